using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Rules.SignOffs;

/// <summary>A blocked item that does not say why, or how bad that is: nobody can clear it, and it does not escalate as it should.</summary>
public sealed class BlockedWithoutReason : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3007", "blocked-without-reason", DiagnosticSeverity.Warning, "An item is recorded as blocked, but not why or how badly.");

    public override RulePage Page => new(
        "An item whose `status` is `blocked` without a `blocked.reason`, or without a severity: `blocked.severity`, or the item's own.",
        "Who reads the list cannot help, and the escalation cannot tell a nuisance from what stops the launch.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev, status: blocked }
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
                title: Confirm the scope.
                owners: zev
                status: blocked
                blocked: { reason: The client has not answered., severity: high }
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        if (item is not { Status: { } status, RecordedStatus: ItemStatus.Blocked })
            return;

        // What is there and cannot be read has a finding of its own.
        var entry = item.Mapping.Find(ItemFormat.Blocked.Name);
        var written = entry?.Value as YamlMapping;
        if (entry is not null && written is null)
            return;
        var hasReason = written?.Find(ItemFormat.BlockedKeys.Reason.Name) is not null;
        var hasSeverity = item.Severity is not null || written?.Find(ItemFormat.BlockedKeys.Severity.Name) is not null;
        if (!hasReason)
            context.Report(this, status.Span, $"{item.Subject()} is blocked without a reason{(hasSeverity ? "" : " and a severity")}; add {(hasSeverity ? "it" : "them")} under `blocked`.");
        else if (!hasSeverity)
            context.Report(this, status.Span, $"{item.Subject()} is blocked without a severity; add it under `blocked`.");
    };
}
