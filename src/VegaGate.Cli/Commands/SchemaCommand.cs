using System.CommandLine;
using VegaGate.Cli.Schemas;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate schema</c>: prints the JSON Schema of a format, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var name = new Argument<string>("NAME") { Description = $"Which one: {string.Join(", ", SchemaCatalog.All.Keys)}.", DefaultValueFactory = _ => SchemaCatalog.Checklist };
        name.AcceptOnlyFromAmong([.. SchemaCatalog.All.Keys]);
        var command = new Command("schema", "Print the JSON Schema of a format.") { name };
        command.SetAction(call =>
        {
            surroundings.Output.Write(SchemaCatalog.All[call.GetValue(name)!]());
            return ExitCode.Success;
        });
        return command;
    }
}
