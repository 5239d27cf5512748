using System.CommandLine;

namespace VegaGate.Cli.Commands;

/// <summary>Every command, a line each, in the order of the help text.</summary>
internal static class CommandCatalog
{
    public static IEnumerable<Command> All(Surroundings surroundings) =>
    [
        ValidateCommand.Create(surroundings),
        PlanCommand.Create(surroundings),
        ApplyCommand.Create(surroundings),
        SayCommand.Create(surroundings),
        GateCommand.Create(surroundings),
        RunCommand.Create(surroundings),
    ];
}
