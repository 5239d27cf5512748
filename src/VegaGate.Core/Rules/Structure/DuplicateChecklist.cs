using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>Two files with one list name: their items would share issues. The file with the later path is told.</summary>
public sealed class DuplicateChecklist : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1009", "duplicate-checklist", DiagnosticSeverity.Error, "Two checklists have the same name.");

    public override void Check(RuleContext context)
    {
        if (context.Checklist.Slug is not { } slug || context.FirstBySlug[slug.Value] is var first && ReferenceEquals(first.Source, context.Source))
            return;
        context.Report(
            this,
            slug.Span,
            $"The name {Quote.Of(slug.Value)} is already taken by the list in {Quote.Of(first.Source.Path)}; each list needs one of its own.",
            related: first);
    }
}
