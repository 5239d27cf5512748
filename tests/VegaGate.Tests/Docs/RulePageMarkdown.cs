using System.Text;
using VegaGate.Rules;

namespace VegaGate.Tests.Docs;

/// <summary>A page of the manual as a file of the documentation.</summary>
internal static class RulePageMarkdown
{
    public static string Render(ManualEntry entry, ManualEntry? previous, ManualEntry? next)
    {
        var (descriptor, page) = entry;
        var text = new StringBuilder($"# {descriptor.Id} {descriptor.Name}\n\n");
        text.Append($"Severity: {descriptor.Severity.ToString().ToLowerInvariant()}. Category: {entry.Category}. Fix: {entry.FixSafety}.\n\n");
        text.Append($"{page.What}\n\n## Why\n\n{page.Why}\n");
        if (page.Notation is { } notation)
            text.Append($"\n{notation}\n");
        text.Append($"\n## Bad\n\n```yaml\n{page.Bad}\n```\n\n## Good\n\n```yaml\n{page.Good}\n```\n");
        if (page.Fix is { } fix)
            text.Append($"\n## Fix\n\n{fix}\n");
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
