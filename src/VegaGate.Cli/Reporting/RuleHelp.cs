using System.Text;
using VegaGate.Rules;

namespace VegaGate.Cli.Reporting;

/// <summary>The manual page of a rule, without its heading, for whoever shows it.</summary>
public static class RuleHelp
{
    public static string Markdown(ManualEntry entry) => Render(entry, heading => $"## {heading}", example => $"```yaml\n{example}\n```");

    public static string Plain(ManualEntry entry) => Render(entry, heading => heading, example => string.Join('\n', example.Split('\n').Select(line => $"  {line}".TrimEnd())));

    private static string Render(ManualEntry entry, Func<string, string> heading, Func<string, string> example)
    {
        var page = entry.Page;
        var text = new StringBuilder($"Severity: {ConsoleReporter.Word(entry.Descriptor.Severity)}. Category: {entry.Category}. Fix: {entry.FixSafety}.\n\n");
        text.Append($"{page.What}\n\n{heading("Why")}\n\n{page.Why}\n");
        if (page.Notation is { } notation)
            text.Append($"\n{notation}\n");
        text.Append($"\n{heading("Bad")}\n\n{example(page.Bad)}\n\n{heading("Good")}\n\n{example(page.Good)}\n");
        if (page.Fix is { } fix)
            text.Append($"\n{heading("Fix")}\n\n{fix}\n");
        return text.ToString();
    }
}
