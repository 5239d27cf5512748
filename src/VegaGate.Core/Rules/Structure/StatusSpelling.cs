using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>A status that is read but not written as its word, such as <c>In progress</c>: who searches the files for the word misses it.</summary>
public sealed class StatusSpelling : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1014", "status-spelling", DiagnosticSeverity.Warning, "A status is not written as its word.");

    public override void Check(RuleContext context)
    {
        foreach (var item in context.Checklist.Items)
        {
            if (item is not { Status: { } written, RecordedStatus: { } status } || written.Value == status.ToWord())
                continue;

            // A comment can stand between the lines of a block scalar, and must not be lost.
            var isOneLine = !context.Source.Text.AsSpan(written.Span.Start, written.Span.Length).Contains('\n');
            var fix = isOneLine ? new CodeFix($"Write `{status.ToWord()}`", FixApplicability.Safe, [new(written.Span, status.ToWord())]) : null;
            context.Report(this, written.Span, $"The status {Quote.Of(written.Value)} is written `{status.ToWord()}`; write it so.", fix);
        }
    }
}
