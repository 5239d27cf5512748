using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests;

/// <summary>Checklists as sync and gate get them: bound, and without errors.</summary>
internal static class ValidList
{
    /// <summary>A waiver by somebody who may not give it, a shared login, a rule that nobody can meet: the gate does not trust the validator alone.</summary>
    private static readonly string[] CheckedByTheGateToo = ["VG2009", "VG2011", "VG3008"];

    public static Checklist Parse(string text, string path = "checklists/a.yaml")
    {
        var result = Validator.Validate([RuleChecking.Read(text, path)], RuleCatalog.All);
        result.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error && !CheckedByTheGateToo.Contains(finding.Descriptor.Id)).Select(finding => finding.Message).Should().BeEmpty();
        return result.Checklists.Single();
    }

    /// <summary>A list whose people each have a login of their name and one more member of each team.</summary>
    /// <param name="items">Entries of the one section, as YAML flow mappings.</param>
    public static Checklist Of(string gate, params ImmutableArray<string> items) => Parse(TextOf(gate, items));

    /// <summary>The same without asking the rules: for what the gate must not rely on them for.</summary>
    public static Checklist Unchecked(string gate, params ImmutableArray<string> items) => ChecklistBinder.Bind(RuleChecking.Read(TextOf(gate, items)))!;

    private static string TextOf(string gate, ImmutableArray<string> items) =>
        $$"""
        checklist: list
        title: A list
        people:
          zev: { name: Zev, github: zev }
          rr: { name: RR, github: rr, delegate: dan }
          kate: { name: Kate, github: kate, delegate: dan }
          dan: { name: Dan, github: dan }
          ann: { name: Ann, github: ann }
          ida: { name: Ida, github: ida, id: 77 }
          client: { name: Client }
        teams:
          ops: { name: Ops, members: [zev, rr] }
          cs: { name: CS, members: [kate, zev] }
          nobody: { name: Nobody, members: [client] }
        gate: {{gate}}
        sections:
          - id: one
            title: Section one
            items:
        {{string.Join('\n', items.Select(item => $"      - {item}"))}}
        """;
}
