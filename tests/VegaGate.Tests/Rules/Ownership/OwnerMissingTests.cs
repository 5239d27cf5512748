using VegaGate.Diagnostics;
using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class OwnerMissingTests
{
    private static readonly OwnerMissing Rule = new();

    [Theory]
    [InlineData("owners: ")]
    [InlineData("owners: [[zev]]")]
    [InlineData("owners: { zev: 1 }")]
    public void Is_silent_where_something_stands_that_is_no_name(string owners) => Rule.ShouldBeSilent($"checklist: a\nsections:\n  - items:\n      - id: a\n        {owners}\n");

    [Fact]
    public void Reports_an_item_with_an_empty_list_of_owners() => Rule.ShouldReport(
        "checklist: a\nsections: [{ items: [{ id: [|a|], owners: [] }] }]\n", "Item `a` has no owner, and the gate requires one; name one under `owners`, here or at its section.");

    [Fact]
    public void Reports_a_required_item_that_nobody_owns() => Rule.ShouldReport(
            """
            checklist: a
            sections:
              - items:
                  - id: [|a|]
                  - title: [|B|]
                  - { id: c, required: false }
              - owners: [zev]
                items: [{ id: d }]
            """,
            "Item `a` has no owner, and the gate requires one; name one under `owners`, here or at its section.",
            "This item has no owner, and the gate requires one; name one under `owners`, here or at its section.")
        .Should().OnlyContain(finding => finding.Severity == DiagnosticSeverity.Error);

    [Fact]
    public void Warns_when_no_owner_has_a_login() => Rule.ShouldReport(
            """
            checklist: a
            people: { client: {}, zev: { github: zev-dev } }
            teams: { payment: { members: [client] }, ops: { members: [client, zev] }, empty: {} }
            sections:
              - items:
                  - { id: [|a|], owners: client }
                  - { id: [|b|], owners: [payment, empty] }
                  - { id: c, owners: [client, zev] }
                  - { id: d, owners: ops }
                  - { id: e, owners: [client, unknown] }
                  - { id: f, owners: client, required: false }
            """,
            "Item `a` has no owner with a GitHub login, nor a delegate with one, so that nobody could sign it off; give one of them a `github` login, or name a further owner.",
            "Item `b` has no owner with a GitHub login, nor a delegate with one, so that nobody could sign it off; give one of them a `github` login, or name a further owner.")
        .Should().OnlyContain(finding => finding.Severity == DiagnosticSeverity.Warning);

    [Fact]
    public void Is_silent_where_a_delegate_could_sign() => Rule.ShouldBeSilent(
        """
        checklist: a
        people: { client: { delegate: zev }, zev: { github: zev-dev } }
        teams: { payment: { members: [client] } }
        sections:
          - items:
              - { id: a, owners: client }
              - { id: b, owners: payment }
        """);

    [Fact]
    public void Warns_when_the_delegate_has_no_login_either() => Rule.ShouldReport(
        "checklist: a\npeople: { client: { delegate: rr }, rr: {} }\nsections: [{ items: [{ id: [|a|], owners: client }] }]\n",
        "Item `a` has no owner with a GitHub login, nor a delegate with one, so that nobody could sign it off; give one of them a `github` login, or name a further owner.");

    [Fact]
    public void Warns_only_where_the_gate_requires_sign_offs_but_no_owner() => Rule.ShouldReport(
            "checklist: a\ngate: { require: sign-off }\nsections: [{ items: [{ id: [|a|] }] }]\n",
            "Item `a` has no owner, so that nobody could sign it off; name one under `owners`, here or at its section.")
        .Should().OnlyContain(finding => finding.Severity == DiagnosticSeverity.Warning);

    [Fact]
    public void Is_silent_where_the_gate_requires_neither() => Rule.ShouldBeSilent("checklist: a\ngate: { require: [status] }\nsections: [{ items: [{ id: a }] }]\n");

    [Fact]
    public void Asks_for_an_owner_alone_where_the_gate_does() => Rule.ShouldBeSilent(
        "checklist: a\npeople: { client: {} }\ngate: { require: owner }\nsections: [{ items: [{ id: a, owners: client }] }]\n");
}
