using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Rules;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate rules</c>: everything that can be reported, a line each.</summary>
internal static class RulesCommand
{
    private const int FormatVersion = 1;

    public static Command Create(Surroundings surroundings)
    {
        var format = ProjectOptions.Choice("--format", "How the table is written.", "console", "json", "markdown");
        var command = new Command("rules", "List what validate can find.") { format };
        command.SetAction(call =>
        {
            var manual = RuleManual.Read();
            surroundings.Output.Write(call.GetValue(format) switch
            {
                "json" => Json(manual),
                "markdown" => RuleTable.Render(manual),
                _ => Text(manual),
            });
            return ExitCode.Success;
        });
        return command;
    }

    private static string Text(ImmutableArray<ManualEntry> manual)
    {
        string[][] rows =
        [
            ["ID", "NAME", "SEVERITY", "CATEGORY", "FIX"],
            .. manual.Select(entry => new[] { entry.Descriptor.Id, entry.Descriptor.Name, ConsoleReporter.Word(entry.Descriptor.Severity), entry.Category, entry.FixSafety }),
        ];
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
            text.Append(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        return text.ToString();
    }

    private static string Json(ImmutableArray<ManualEntry> manual) => JsonText.RenderObject(
        FormatVersion,
        json => json.WriteObjects("rules", manual, entry =>
        {
            json.WriteString("id", entry.Descriptor.Id);
            json.WriteString("name", entry.Descriptor.Name);
            json.WriteString("severity", ConsoleReporter.Word(entry.Descriptor.Severity));
            json.WriteString("category", entry.Category);
            json.WriteString("fix", entry.FixSafety);
            json.WriteString("summary", entry.Descriptor.Summary);
            json.WriteString("help", entry.Descriptor.HelpPath);
        }),
        new JsonWriterOptions { Indented = true }) + "\n";
}
