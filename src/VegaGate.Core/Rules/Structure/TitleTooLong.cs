using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.Rules.Structure;

/// <summary>A title with which the title of an issue would pass the length that GitHub takes: the issue would end in the middle of a word.</summary>
public sealed class TitleTooLong : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1016", "title-too-long", DiagnosticSeverity.Warning, "An issue cannot bear the whole title.");

    public override RulePage Page => new(
        "A title of an item, or of a phase with a hand-off, that makes the title of its issue longer than 256 characters. The id of the item, or `Hand-off:`, stands before it.",
        "GitHub takes no more, and the rest is cut off. Whoever signs off the issue may not see what the end of the title says.",
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
        foreach (var section in context.Checklist.Sections)
        {
            foreach (var item in section.Items)
            {
                if (item is { Id: not null, Title: { } title })
                    CheckTitle(context, title.Span, IssueTitle.Of(item));
            }

            if (section.Handoff is not null && section.TitlePlace() is { } place)
                CheckTitle(context, place, IssueTitle.OfHandoff(section));
        }
    }

    private void CheckTitle(RuleContext context, TextSpan place, string title)
    {
        if (title.Length > IssueTitle.MaxLength)
            context.Report(this, place, $"The title of the issue would have {title.Length:N0} characters, and GitHub takes {IssueTitle.MaxLength}; shorten this by {title.Length - IssueTitle.MaxLength:N0}.");
    }
}
