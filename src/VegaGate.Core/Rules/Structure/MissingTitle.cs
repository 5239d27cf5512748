using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>An item, a section, a phase or a list without a title: nobody could tell what to do, and an issue cannot be without one.</summary>
public sealed class MissingTitle : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1004", "missing-title", DiagnosticSeverity.Error, "An item, a section, a phase or the list has no title.");

    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.MissingKey>().Where(finding => IsTitle(finding.Key)))
            context.Report(this, finding.Span, $"This {finding.Mapping.Name} has no title; add a `title` of one line.");
    }

    /// <summary>Whether the key is one of the titles of which this rule speaks.</summary>
    internal static bool IsTitle(KeyFormat key) =>
        ReferenceEquals(key, ItemFormat.Title) || ReferenceEquals(key, SectionFormat.Title) || ReferenceEquals(key, ChecklistFormat.Title);
}
