using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.SignOffs;

/// <summary>A record in a list that is walked for each release: it would speak of every release, and the next one would begin with the word of the last.</summary>
public sealed class SignOffInReleaseList : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3010", "sign-off-in-release-list", DiagnosticSeverity.Warning, "A list that is walked for each release holds a record of one of them.");

    public override RulePage Page => new(
        "A `sign-offs`, `waived`, `not-applicable` or `blocked`, or a `status` other than `todo`, in a list with `per: release`.",
        "The file is the same for every release. A waiver that was given for one would let the item wait in all that follow, and an item that was done once would read as done for ever. What happened in a release is recorded in `checklists/records/<checklist>/<release>.yaml`.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        per: release
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                sign-offs: [{ by: zev, at: 2026-03-01T09:12:00Z }]
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
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
        """);

    public override Action<ChecklistItem>? ForItems(RuleContext context)
    {
        if (!context.Checklist.IsPerRelease)
            return null;
        var record = Quote.Of($"checklists/records/{context.Checklist.Name}/<release>.yaml");
        return item =>
        {
            foreach (var entry in item.Mapping.Entries)
            {
                if (IsRecord(entry.Key.Value, item))
                    context.Report(this, entry.Key.Span, $"This list is walked for each release, and its {Quote.Of(entry.Key.Value)} would speak of every one; record it in {record}.");
            }
        };
    }

    /// <summary>Every release begins with what is to be done.</summary>
    private static bool IsRecord(string key, ChecklistItem item) =>
        key == ItemFormat.SignOffs.Name
        || key == ItemFormat.Waived.Name
        || key == ItemFormat.NotApplicable.Name
        || key == ItemFormat.Blocked.Name
        || key == ItemFormat.Status.Name && item.RecordedStatus is not (null or ItemStatus.Todo);
}
