using System.Collections.Immutable;
using System.Text;
using VegaGate.Text;

namespace VegaGate.Sync;

/// <summary>Where a section or a phase stands.</summary>
/// <param name="Open">What is neither of the others; who it waits for, <paramref name="WaitsFor"/> says.</param>
/// <param name="WaitsFor">Names of people and teams, in the order in which they are shown.</param>
public sealed record SectionProgress(string Title, int Done, int Open, int Blocked, int Waived, int NotApplicable, ImmutableArray<string> WaitsFor);

/// <summary>Makes the part of a tracking issue that people read.</summary>
public static class TrackingProgress
{
    private const int MostOfTitle = 120;
    private const int MostOfNames = 200;

    /// <summary>The decision and a table, a row for each section.</summary>
    /// <param name="decision">What the gate says, in a sentence; text, not Markdown.</param>
    public static string Render(string decision, ImmutableArray<SectionProgress> sections)
    {
        var text = new StringBuilder($"**{MarkdownText.Inline(decision)}**\n\n| Section | Done | Open | Blocked | Waived | Not applicable | Waits for |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var section in sections)
            Row(text, MarkdownText.Within(MostOfTitle, section.Title, MarkdownText.Cell), section, MarkdownText.Within(MostOfNames, string.Join(", ", section.WaitsFor), MarkdownText.Cell));
        var all = new SectionProgress(
            "", sections.Sum(section => section.Done), sections.Sum(section => section.Open), sections.Sum(section => section.Blocked), sections.Sum(section => section.Waived), sections.Sum(section => section.NotApplicable), []);
        Row(text, "**All**", all, "");
        return text.ToString().TrimEnd('\n');
    }

    private static void Row(StringBuilder text, string title, SectionProgress counts, string names) =>
        text.Append($"| {title} | {counts.Done} | {counts.Open} | {counts.Blocked} | {counts.Waived} | {counts.NotApplicable} | {names} |\n");
}
