using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Rules.Structure;

/// <summary>A list without a single item: its gate would pass at once, and a file that lost its items would open a release.</summary>
public sealed class NoItems : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1011", "no-items", DiagnosticSeverity.Error, "A list without items holds nothing.");

    public override RulePage Page => new(
        What: "A list without a single item.",
        Why: "Its gate would pass at once. A file that lost its items, in a merge or to a wrong indentation, would open the release.",
        Bad: """
            checklist: go-live
            title: Go-live
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items: []
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

    public override void Check(RuleContext context)
    {
        var list = context.Checklist;
        if (!list.Items.IsEmpty || list.ItemKeys.Any(key => HoldsSomething(list.Root.Find(key.Value)?.Value)))
            return;

        // A key that is misspelt has its own finding.
        var nearest = new NearestWord();
        if (list.FormatFindings.OfType<FormatFinding.UnknownKey>().Any(finding => IsOfItems(finding.Mapping) && nearest.Find(finding.Key, ItemKeys) is not null))
            return;
        var place = list.ItemKeys is [var key, ..] ? key.Span : list.Slug?.Span ?? default;
        context.Report(this, place, "This list has no item and would hold nothing; add one under `sections` or `phases`.");
    }

    private static string[] ItemKeys => [SectionFormat.Items.Name, ChecklistFormat.Sections.Name, ChecklistFormat.Phases.Name];

    private static bool IsOfItems(MappingFormat format) =>
        ReferenceEquals(format, ChecklistFormat.Mapping) || format.Keys.Any(key => ReferenceEquals(key, SectionFormat.Items));

    /// <summary>Whether something stands where sections or items are expected that is none, which has a finding of its own.</summary>
    private static bool HoldsSomething(YamlNode? sections) => sections is not (null or YamlSequence) || sections is YamlSequence sequence && sequence.Items.Any(
        section => section is not YamlMapping mapping || mapping.Find(SectionFormat.Items.Name)?.Value is not (null or YamlSequence { Items.IsEmpty: true }));
}
