using VegaGate.Diagnostics;
using VegaGate.Rules.Ownership;

namespace VegaGate.Tests.Rules.Ownership;

public sealed class UnusedPersonTests
{
    private static readonly UnusedPerson Rule = new();

    [Fact]
    public void Reports_whom_nothing_names() => Rule.ShouldReport(
            """
            checklist: a
            title: A
            people: { zev: {}, rr: {}, [|kate|]: { delegate: rr }, dan: {}, ann: {}, ida: {}, bob: {}, eve: {}, joe: {} }
            teams: { ops: { members: dan }, [|cs|]: { members: [dan] }, board: {} }
            gate: { approvers: ann, sign-off: { ops: 1 } }
            roles: { informed: board }
            sections:
              - { id: s, title: S, items: [{ id: a, title: T, owners: zev, sign-offs: [{ by: ida, at: 2026-03-01T09:12:00Z }] }] }
            escalation: { levels: [{ after: 1h, notify: bob, do: D }] }
            communication: { status-update: { every: 1d, to: [eve, joe] } }
            """,
            "Nothing in this list names the person `kate`; name it where it belongs, or remove it.",
            "Nothing in this list names the team `cs`; name it where it belongs, or remove it.")
        .Should().OnlyContain(finding => finding.Severity == DiagnosticSeverity.Notice, "it changes nothing that is held, and who stands in the file may report a blocker");

    [Theory]
    [InlineData("items: [{ id: a, title: T, owners: zve }]")]
    [InlineData("items: [{ id: a, title: T, ownres: zev }]")]
    [InlineData("items: []")]
    public void Is_silent_where_the_person_may_have_been_meant(string items) =>
        Rule.ShouldBeSilent($"checklist: a\ntitle: A\npeople: {{ zev: {{}} }}\nsections: [{{ id: s, title: S, {items} }}]\n");
}
