using System.Collections.Immutable;

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
        new AcceptCommand(),
    ];

    public static CommentCommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);
}
