using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Conditions;
using VegaGate.Text;

namespace VegaGate.Rules.Structure;

/// <summary>A key that the format does not know: nothing would read it.</summary>
public sealed class UnknownKey : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1002", "unknown-key", DiagnosticSeverity.Error, "The format has no such key in this place.");

    public override RulePage Page => new(
        What: "A key that the format does not have in this place: misspelt, or indented one level too deep or too little.",
        Why: "Nothing would read it. A misspelt `needs`, `before` or `required` changes what holds the release, and nobody would notice.",
        Bad: """
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
                    pas: The name resolves to the new host.
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
                    pass: The name resolves to the new host.
            """);

    public override void Check(RuleContext context)
    {
        var nearest = new NearestWord();
        foreach (var finding in context.Checklist.FormatFindings.OfType<FormatFinding.UnknownKey>().Where(finding => !IsOfProbe(finding.Mapping)))
        {
            var keys = finding.Mapping.Keys.Select(key => key.Name);
            var hint = nearest.Find(finding.Key, keys) is { } guess ? $"did you mean `{guess}`?" : $"it has {string.Join(", ", keys.Select(key => $"`{key}`"))}.";
            context.Report(this, finding.Span, $"There is no key {Quote.Of(finding.Key)} in a mapping of this kind ({finding.Mapping.Name}); {hint}");
        }
    }

    /// <summary>Whether the rules of pass conditions speak of the keys of this mapping.</summary>
    internal static bool IsOfProbe(MappingFormat mapping) => ReferenceEquals(mapping, ProbeFormats.Entry) || ProbeFormats.FindByParameters(mapping) is not null;
}
