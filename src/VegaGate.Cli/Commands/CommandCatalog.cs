using System.CommandLine;

namespace VegaGate.Cli.Commands;

/// <summary>Every command, a line each, in the order of the help text. Only those that a call needs are made: that is a tenth of a cold start.</summary>
internal static class CommandCatalog
{
    private static readonly KnownCommand[] Known =
    [
        new("init", InitCommand.Create),
        new("validate", ValidateCommand.Create),
        new("plan", PlanCommand.Create),
        new("apply", ApplyCommand.Create),
        new("say", SayCommand.Create),
        new("respond", RespondCommand.Create),
        new("gate", GateCommand.Create),
        new("evidence", EvidenceCommand.Create),
        new("escalate", EscalateCommand.Create),
        new("form", FormCommand.Create),
        new("matrix", MatrixCommand.Create),
        new("report", ReportCommand.Create),
        new("metrics", MetricsCommand.Create),
        new("changes", ChangesCommand.Create),
        new("log", LogCommand.Create),
        new("record", RecordCommand.Create),
        new("run", RunCommand.Create),
        new("doctor", DoctorCommand.Create),
        new("rules", RulesCommand.Create),
        new("explain", ExplainCommand.Create),
        new("schema", SchemaCommand.Create),
        new("import", ImportCommand.Create),
        new("export", ExportCommand.Create),
    ];

    /// <summary>The command that is named, or all of them when none is.</summary>
    public static IEnumerable<Command> For(string? name, Surroundings surroundings)
    {
        var called = Array.FindAll(Known, command => command.Name == name);
        return (called.Length > 0 ? called : Known).Select(command => command.Create(surroundings));
    }

    private sealed record KnownCommand(string Name, Func<Surroundings, Command> Create);
}
