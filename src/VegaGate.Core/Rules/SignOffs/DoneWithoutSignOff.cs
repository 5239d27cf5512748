using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.SignOffs;

/// <summary>An item that the file calls done while nobody has signed it off, though the gate requires that: the word alone opens nothing.</summary>
public sealed class DoneWithoutSignOff : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG3002", "done-without-sign-off", DiagnosticSeverity.Warning, "An item is recorded as done without a sign-off.");

    public override void Check(RuleContext context)
    {
        if (!context.Checklist.Gate.Requires(GateRequirement.SignOff))
            return;
        foreach (var item in context.Checklist.Items)
        {
            if (item is { Status: { } written, RecordedStatus: ItemStatus.Done, SignOffs.IsEmpty: true })
                context.Report(this, written.Span, $"{item.Subject()} is recorded as done without a sign-off; its issue stays open until an owner signs it off there.");
        }
    }
}
