using VegaGate.Diagnostics;

namespace VegaGate.Rules.Structure;

/// <summary>More items than a tracking issue can map to their issues.</summary>
public sealed class TooManyItems : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG1013", "too-many-items", DiagnosticSeverity.Error, "A list has more items than its tracking issue can map.");

    public override RulePage Page => new(
        What: "A list with more than 2,000 items.",
        Why: "The tracking issue of a list keeps the map from items to issues, and an issue's text has no room for more. Without the map, issues "
            + "would be made twice.",
        Bad: """
            checklist: hosts
            title: Hosts
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  <2001 times - { id: "{n}", title: Check host {n}, owners: [zev] }>
            """,
        Good: """
            # file: checklists/hosts-east.yaml
            checklist: hosts-east
            title: Hosts in the east
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  <1001 times - { id: "{n}", title: Check host {n}, owners: [zev] }>
            # file: checklists/hosts-west.yaml
            checklist: hosts-west
            title: Hosts in the west
            people:
              zev: { github: zev-dev }
            sections:
              - id: dns
                title: DNS
                items:
                  <1000 times - { id: "{n}", title: Check host {n}, owners: [zev] }>
            """);

    public override void Check(RuleContext context)
    {
        var items = context.Checklist.Items;
        if (items.Length > context.MaxItems)
            context.Report(this, items[context.MaxItems].Place(), $"A list has at most {context.MaxItems:N0} items and this one has {items.Length:N0}; split it.");
    }
}
