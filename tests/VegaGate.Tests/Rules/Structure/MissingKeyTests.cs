using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class MissingKeyTests
{
    private static readonly MissingKey Rule = new();

    [Fact]
    public void Reports_each_at_the_first_key_of_its_mapping() => Rule.ShouldReport(
        """
        checklist: a
        gate:
          window: { [|to|]: 2026-03-02T08:00:00Z }
        sections:
          - [|title|]: S
            items:
              - [|title|]: T
                not-applicable: { [|by|]: zev }
        related:
          - [|path|]: a.md
        """,
        "This time window has no `from`; add it, as a time in UTC such as 2026-12-31T08:00:00Z.",
        "This section has no `id`; add it, as a slug of at most 40 lower-case letters, digits and hyphens.",
        "This item has no `id`; add it, as a name of at most 40 ASCII letters, digits, '.', '_' and '-' that begins with a letter or digit.",
        "This not-applicable has no `reason`; add it, as text.",
        "This related document has no `title`; add it, as text of one line.");

    [Fact]
    public void Reports_an_empty_mapping_itself() => Rule.ShouldReport(
        "checklist: a\nrelated:\n  - [|{}|]\n", "This related document has no `title`; add it, as text of one line.");

    [Fact]
    public void Leaves_the_titles_to_their_own_rule() => Rule.ShouldBeSilent("checklist: a\nsections: [{ id: s, items: [{ id: a }] }]\n");
}
