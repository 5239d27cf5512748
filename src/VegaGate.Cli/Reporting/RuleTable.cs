using System.Text;
using VegaGate.Rules;

namespace VegaGate.Cli.Reporting;

/// <summary>All rules as a table of Markdown.</summary>
public static class RuleTable
{
    /// <summary>Writes a row for each rule.</summary>
    /// <param name="manual">The rules.</param>
    /// <param name="folder">Where the pages are, to which the ids link; null for no links.</param>
    public static string Render(IEnumerable<ManualEntry> manual, string? folder = null)
    {
        var text = new StringBuilder("| Id | Name | Severity | Category | Fix | What it finds |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var entry in manual)
        {
            var descriptor = entry.Descriptor;
            var id = folder is null ? descriptor.Id : $"[{descriptor.Id}]({folder}{descriptor.Id}.md)";
            text.Append($"| {id} | {descriptor.Name} | {ConsoleReporter.Word(descriptor.Severity)} | {entry.Category} | {entry.FixSafety} | {descriptor.Summary} |\n");
        }

        return text.ToString();
    }
}
