using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Syntax;
using VegaGate.Tests.Rules;
using VegaGate.Tests.Syntax;
using VegaGate.Text;

namespace VegaGate.Tests.Checklists;

/// <summary>Whatever stands in a file, it is bound and checked without an exception.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same documents in every run.")]
public sealed class MutatedListsTests
{
    private const int Rounds = 1_000;

    private static readonly string[] Values =
    [
        "", "~", "[]", "{}", "[[]]", "[a, {b: c}]", "{a: b}", "{~: ~}", "text", "\"\"", "\"a\\n\\u202E`\\0\"", "1", "0", "99999999999999999999", "1.10", "true", "done", "In progress", "any",
        "2026-02-30", "2026-01-01T00:00:00Z", "9999w", "a/b", "zev", "ops", "deploy", "p", "'1'", "'3'", "phases", "sections", "'#x'", "\U0001F600",
    ];

    /// <summary>Every key of the format at least once, and every rule has something to find after a change or two.</summary>
    internal const string Sample =
        """
        checklist: a
        title: A
        per: once
        people: { zev: { name: Zev, github: zev-dev, id: 7, delegate: rr }, rr: { github: rr-dev } }
        teams: { ops: { github: org/ops, members: [zev, rr] } }
        roles: { accountable: [zev], consulted: rr }
        gate:
          stages: [deploy, close]
          require: [owner, status, sign-off, pass]
          sign-off: { ops: 1 }
          sign-off-valid-for: 30d
          not-by: author
          approvers: [rr]
          break-glass: rr
          window: { from: 2026-03-02T08:00:00Z, to: 2026-03-02T16:00:00Z }
          freeze: [{ from: 2026-03-02T08:00:00Z, to: 2026-03-02T16:00:00Z, reason: R }]
        phases:
          - id: p
            title: P
            objective: O
            owners: [ops]
            before: deploy
            items:
              - { id: "1", title: T, owners: zev, status: todo, pass: P, required: true, due: 2026-12-31, severity: high, sign-off: 1, was: [old], labels: [x] }
              - { id: "2", title: T, needs: ["1"], before: close, status: done, verify: [{ http: { url: "https://example.com" } }], sign-offs: [{ by: zev, at: 2026-03-01T09:12:00Z, issue: 4 }] }
              - { id: "3", title: T, pass: P, needs: ["2", "1"], before: close, waived: { by: rr, reason: R, until: 2026-12-31 }, not-applicable: { by: rr, reason: R } }
              - { id: "4", title: T, pass: P, blocked: { since: 2026-03-01T09:12:00Z, reason: R, severity: low }, notes: Note, evidence: E, roles: { informed: zev } }
            handoff: { from: zev, to: ops, critical: true, criteria: [C], artifacts: [{ name: Report, path: P }, { name: M, pull-request: 7 }], matrix: { phase: P } }
          - { id: q, title: Q, owners: ops, items: [{ id: "5", title: T, pass: P }] }
        notes: Note
        description: D
        escalation:
          classes: [C]
          levels: [{ after: 1h, notify: [zev], do: D }]
        handoff-steps: { before: [A], during: [B], after: [C] }
        related: [{ title: T, path: P }]
        communication: { meetings: { critical: required } }
        was: b

        """;

    [Fact]
    public void Binds_and_checks_any_mutated_list_without_an_exception()
    {
        var random = new Random(20260302);
        RuleChecking.Validate(Sample).Select(finding => finding.Message).Should().BeEmpty();
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            var text = Sample;
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                text = Mutate(random, text);

            var findings = RuleChecking.Validate(text);
            ShouldBeSound(text, findings);
            found.UnionWith(findings.Select(finding => finding.Descriptor.Id));
        }

        found.Intersect(RuleCatalog.All.Select(rule => rule.Descriptor.Id), StringComparer.Ordinal).Should().HaveCountGreaterThan(12, "the changes reach most of the rules");
    }

    private static void ShouldBeSound(string text, ImmutableArray<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            (finding.Span.Start >= 0 && finding.Span.Length >= 0 && finding.Span.End <= text.Length).Should().BeTrue("{0} has a place in {1}", finding.Message, text);
            finding.Message.Should().MatchRegex(@"\A[^\p{Cc}\p{Cf}]+[.?]\z", text);
        }

        if (findings.IsEmpty)
            return;
        var after = FixApplier.Apply(findings[0].Source, findings, FixApplicability.Safe);
        RuleChecking.Validate(after).Where(finding => finding.Fix is { Applicability: FixApplicability.Safe }).Select(finding => finding.Message).Should().BeEmpty("the safe fixes are made in {0}", after);
    }

    /// <summary>Puts another value in the place of one, takes an entry's key for another, or takes some out.</summary>
    private static string Mutate(Random random, string text)
    {
        var nodes = Reading.Descendants(RuleChecking.Read(text).Root).ToList();
        if (nodes.Count == 0)
            return text;
        var node = nodes[random.Next(nodes.Count)];
        var value = random.Next(4) switch
        {
            0 => "",
            1 => nodes[random.Next(nodes.Count)] is YamlScalar other ? text.Substring(other.Span.Start, other.Span.Length) : "x",
            _ => Values[random.Next(Values.Length)],
        };
        return FixApplier.Apply(text, [new TextEdit(node.Span, value)]);
    }
}
