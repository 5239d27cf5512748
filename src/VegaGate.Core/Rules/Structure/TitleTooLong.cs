using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Rules.Structure;

/// <summary>A title with which the title of an issue would pass the length that GitHub takes: the issue would end in the middle of a word.</summary>
public sealed class TitleTooLong : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1016", "title-too-long", DiagnosticSeverity.Warning, "An issue or a milestone cannot bear the whole title.");

    public override RulePage Page => new(
        "A title of an item, of a phase with a hand-off, or of the list, that makes the title of its issue longer than 256 characters, or a milestone of more than 255. The id of the item, or `Hand-off:`, stands before the title; `: where it stands` behind that of the list.",
        "GitHub takes no more, and the rest is cut off. Whoever signs off the issue may not see what the end of the title says. A longer milestone GitHub refuses, and with it the issues that join it.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope <60 times and >finally sign it.
                owners: zev
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope, and finally sign it.
                owners: zev
        """);

    public override void Check(RuleContext context)
    {
        var root = new MappingReader(context.Checklist.Root);
        if (root.Text(ChecklistFormat.Title) is { } listTitle)
            CheckTitle(context, listTitle.Span, IssueTitle.OfTracking(context.Checklist, null));
        if (root.Text(ChecklistFormat.Milestone) is { } milestone && milestone.Value.Length > IssueTitle.MilestoneLength)
            context.Report(this, milestone.Span, $"The milestone has {milestone.Value.Length:N0} characters, and GitHub takes {IssueTitle.MilestoneLength}; shorten it by {milestone.Value.Length - IssueTitle.MilestoneLength:N0}.");
        foreach (var section in context.Checklist.Sections)
        {
            if (section.Handoff is not null && section.TitlePlace() is { } place)
                CheckTitle(context, place, IssueTitle.OfHandoff(section));
        }
    }

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        if (item is { Id: not null, Title: { } title })
            CheckTitle(context, title.Span, IssueTitle.Of(item));
    };

    private void CheckTitle(RuleContext context, TextSpan place, string title)
    {
        if (title.Length > IssueTitle.MaxLength)
            context.Report(this, place, $"The title of the issue would have {title.Length:N0} characters, and GitHub takes {IssueTitle.MaxLength}; shorten this by {title.Length - IssueTitle.MaxLength:N0}.");
    }
}
