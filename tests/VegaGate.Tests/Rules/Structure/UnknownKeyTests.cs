using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class UnknownKeyTests
{
    private static readonly UnknownKey Rule = new();

    [Fact]
    public void Suggests_the_key_that_was_meant() => Rule.ShouldReport(
        """
        checklist: a
        sections:
          - id: s
            items:
              - id: a
                [|titel|]: A
        """,
        "There is no key `titel` in a mapping of this kind (item); did you mean `title`?");

    [Fact]
    public void Says_which_keys_there_are() => Rule.ShouldReport(
        """
        checklist: a
        gate: { window: { [|"begin\nning"|]: 2026-03-02T08:00:00Z } }
        """,
        "There is no key `begin ning` in a mapping of this kind (time window); it has `from`, `to`, `reason`.");

    [Fact]
    public void Lets_names_and_parameters_of_probes_be() => Rule.ShouldBeSilent(
        """
        checklist: a
        people: { titel: { name: T } }
        sections:
          - items:
              - verify: [{ http: { anything: [goes] } }]
        """);
}
