using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Rules.Ownership;

/// <summary>A required item that nobody owns, or that neither its owners nor their delegates could sign off for want of a GitHub login: the gate would hold it for ever.</summary>
public sealed class OwnerMissing : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG2002", "owner-missing", DiagnosticSeverity.Error, "A required item has no owner, or none who could sign it off.");

    public override RulePage Page => new(
        What: "A required item that nobody owns; as a warning, one whose owners, their members and their delegates have no GitHub login among "
            + "them, so that nobody could sign it off.",
        Why: "An item passes when its owners sign it off. Where there is none, the gate holds it for ever, as `owner-missing`, and the release "
            + "with it.",
        Bad: """
            checklist: go-live
            title: Go-live
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
            """,
        Good: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  - id: "8.1"
                    title: Point the domain at the new host
                    owners: [zev]
            """);

    public override Action<ChecklistItem> ForItems(RuleContext context)
    {
        var needsOwner = context.Checklist.Gate.Requires(GateRequirement.Owner);
        var needsSignOff = context.Checklist.Gate.Requires(GateRequirement.SignOff);
        HashSet<ChecklistItem>? unread = null;
        var speakers = new Speakers(context.Checklist.People);
        return item =>
        {
            if (!item.IsRequired)
                return;
            if (item.Owners.IsEmpty)
            {
                if ((unread ??= WithUnreadOwners(context.Checklist)).Contains(item))
                    return;
                if (needsOwner)
                    context.Report(this, item.Place(), $"{item.Subject()} has no owner, and the gate requires one; name one under `owners`, here or at its section.");
                else if (needsSignOff)
                    Warn(context, item, "has no owner, so that nobody could sign it off; name one under `owners`, here or at its section.");
            }
            else if (needsSignOff && speakers.AreMute(item.Owners))
            {
                // An owner whom nobody knows has a finding of its own.
                Warn(context, item, "has no owner with a GitHub login, nor a delegate with one, so that nobody could sign it off; give one of them a `github` login, or name a further owner.");
            }
        };
    }

    private void Warn(RuleContext context, ChecklistItem item, string words) =>
        context.Report(this, item.Place(), $"{item.Subject()} {words}", severity: DiagnosticSeverity.Warning);

    /// <summary>The items at which, or at whose section, something stands under `owners` of which no name could be read: that has a finding of its own.</summary>
    private static HashSet<ChecklistItem> WithUnreadOwners(Checklist list) =>
        list.Sections
            .SelectMany(section => section.Items.Where(item => HasOwners(item.Mapping) || HasOwners(section.Mapping)))
            .ToHashSet<ChecklistItem>(ReferenceEqualityComparer.Instance);

    private static bool HasOwners(YamlMapping mapping) => mapping.Find(ItemFormat.Owners.Name)?.Value is not (null or YamlSequence { Items.IsEmpty: true });
}
