using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>A command as somebody gave it.</summary>
/// <param name="Comment">The comment's number; null for a closing.</param>
/// <param name="Argument">What stands behind the command's name on its line.</param>
public sealed record CommandCall(Actor Actor, DateTimeOffset At, long? Comment, string Url, string Argument);

/// <summary>Something that people can say on an issue. Each is listed in <see cref="CommentCommands"/>.</summary>
public abstract class CommentCommand
{
    /// <summary>The word behind the slash, in lower case.</summary>
    public abstract string Name { get; }

    /// <summary>The command with its arguments, as a help text shows it.</summary>
    public abstract string Usage { get; }

    /// <summary>What it does, in a sentence.</summary>
    public abstract string Summary { get; }

    /// <summary>Whether the command is one that this account may give here at all, as far as that does not depend on what was said.</summary>
    public abstract bool IsFor(Actor actor, ItemScope scope);

    /// <summary>The ledger after the command; a refusal is an entry in it.</summary>
    public abstract ItemLedger Execute(ItemLedger ledger, CommandCall call, ItemScope scope);
}
