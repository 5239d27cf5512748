using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.SignOffs;

/// <summary>A sign-off on record of another text than the item has now: it stands no more.</summary>
public sealed class SignOffOfChangedText : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3006", "sign-off-of-changed-text", DiagnosticSeverity.Warning, "A recorded sign-off is of a text that has changed since.");

    public override RulePage Page => new(
        "An entry of `sign-offs` whose `text` is not the fingerprint of the item: its title, pass condition, required, verify or stage has changed since.",
        "What was signed off is not what stands there now. The sign-off is void, and the item holds the release until it is signed off anew.",
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
                sign-offs: [{ by: zev, at: 2026-03-01T09:12:00Z, text: 3f9a1c7e }]
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
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        foreach (var signOff in item.SignOffs)
        {
            if (signOff.Text is { } text && !item.Fingerprint.StartsWith(text.Value, StringComparison.Ordinal))
                context.Report(this, text.Span, $"{item.Subject()} has changed since {Quote.Of(signOff.By.Value)} signed it off; it needs a new sign-off.");
        }
    };
}
