using System.Collections.Immutable;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Gate.Commands;

/// <summary>Every comment command, a line each.</summary>
public static class CommentCommands
{
    public static ImmutableArray<CommentCommand> All { get; } =
    [
        new StartCommand(),
        new DoneCommand(),
        new UndoCommand(),
        new BlockCommand(),
        new UnblockCommand(),
        new ObjectCommand(),
        new WaiveCommand(),
        new NotApplicableCommand(),
        new AcceptCommand(),
        new HelpCommand(),
    ];

    /// <summary>The command of a name; null when there is none.</summary>
    public static CommentCommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);

    /// <summary>The command that a misspelt name was meant to be; null when it is nothing like any.</summary>
    public static CommentCommand? Guess(string name) => new NearestWord().Find(name, All.Select(command => command.Name)) is { } nearest ? Find(nearest) : null;

    /// <summary>What an account may say on an item or a hand-off at all.</summary>
    public static ImmutableArray<CommentCommand> OpenTo(Actor actor, ItemScope scope) => [.. All.Where(command => command.IsFor(actor, scope))];
}
