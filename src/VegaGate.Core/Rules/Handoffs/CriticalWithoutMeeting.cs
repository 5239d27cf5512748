using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Handoffs;

/// <summary>A hand-off that is critical in a list that does not require a meeting for those: acceptance asks for the note of a meeting of which nobody was told.</summary>
public sealed class CriticalWithoutMeeting : Rule
{
    private const string Required = "required";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6003", "critical-without-meeting", DiagnosticSeverity.Warning, "A critical hand-off has no meeting.");

    public override RulePage Page => new(
        "A `handoff` with `critical: true` in a list where `communication.meetings.critical` is missing or `optional`.",
        "Acceptance of a critical hand-off takes the note of a meeting. Where the list does not say that one is held, the two teams find out on the day of the release.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: rr, critical: true }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: rr, critical: true }
        communication: { meetings: { critical: required } }
        """);

    public override void Check(RuleContext context)
    {
        var meetings = context.Checklist.Communication?.Meetings?.Critical;
        if (meetings?.Value == Required)
            return;
        foreach (var section in context.Checklist.Sections)
        {
            if (section.Handoff is not { IsCritical: true } handoff || handoff.Mapping.Find(SectionFormat.HandoffKeys.Critical.Name) is not { } critical)
                continue;
            if (meetings is null)
                context.Report(this, critical.Value.Span, "This hand-off is critical, but no meeting is declared; set `communication.meetings.critical` to `required`.");
            else
                context.Report(this, critical.Value.Span, "This hand-off is critical, but the meeting is declared as optional; make it `required`.", related: context.Here(meetings.Span, "It is optional here."));
        }
    }
}
