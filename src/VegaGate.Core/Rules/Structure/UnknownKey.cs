using VegaGate.Diagnostics;
using VegaGate.Format;

namespace VegaGate.Rules.Structure;

/// <summary>A key that the format does not know: nothing would read it.</summary>
public sealed class UnknownKey : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1002", "unknown-key", DiagnosticSeverity.Error, "The format has no such key in this place.");

    public override void Check(RuleContext context)
    {
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.UnknownKey>())
        {
            var keys = finding.Mapping.Keys.Select(key => key.Name);
            var hint = NearestWord.Find(finding.Key, keys) is { } nearest ? $"did you mean `{nearest}`?" : $"it has {string.Join(", ", keys.Select(key => $"`{key}`"))}.";
            context.Report(this, finding.Span, $"A {finding.Mapping.Name} has no key `{finding.Key}`; {hint}");
        }
    }
}
