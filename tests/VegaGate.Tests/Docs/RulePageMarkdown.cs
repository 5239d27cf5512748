using System.Text;
using VegaGate.Cli.Reporting;
using VegaGate.Rules;

namespace VegaGate.Tests.Docs;

/// <summary>A page of the manual as a file of the documentation.</summary>
internal static class RulePageMarkdown
{
    public static string Render(ManualEntry entry, ManualEntry? previous, ManualEntry? next)
    {
        var text = new StringBuilder($"# {entry.Descriptor.Id} {entry.Descriptor.Name}\n\n{RuleHelp.Markdown(entry)}");
        text.Append("\n---\n\n");
        if (previous is not null)
            text.Append($"Previous: {Link(previous)} | ");
        text.Append("[All rules](../rules.md)");
        if (next is not null)
            text.Append($" | Next: {Link(next)}");
        return text.Append("\n\nMade from the code.\n").ToString();
    }

    private static string Link(ManualEntry entry) => $"[{entry.Descriptor.Id} {entry.Descriptor.Name}]({entry.Descriptor.Id}.md)";
}
