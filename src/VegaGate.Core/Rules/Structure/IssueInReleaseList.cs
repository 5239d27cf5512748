using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>One issue for an item that has an issue for each release.</summary>
public sealed class IssueInReleaseList : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1020", "issue-in-release-list", DiagnosticSeverity.Error, "An item of a list that is walked for each release names an issue.");

    public override RulePage Page => new(
        "An `issue` in a list with `per: release`.",
        "Such a list gets an issue for each item in each release. One that is there already could be only one of them, and the next release would want the same one again.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        per: release
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, issue: 41 }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        per: release
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev }
        """);

    public override Action<ChecklistItem>? ForItems(RuleContext context)
    {
        if (!context.Checklist.IsPerRelease)
            return null;
        return item =>
        {
            if (item.Issue is { } issue)
                context.Report(this, issue.Span, $"This list gets new issues for each release, so issue {issue.Value} can be none of its items; take the key away, or keep the item in a list with `per: once`.");
        };
    }
}
