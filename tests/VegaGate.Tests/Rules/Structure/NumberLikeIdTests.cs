using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class NumberLikeIdTests
{
    private static readonly NumberLikeId Rule = new();

    [Fact]
    public void Reports_ids_needs_and_former_ids() => Rule.ShouldReport(
        """
        checklist: a
        sections:
          - id: [|8|]
            items:
              - id: [|1.10|]
                needs: [[|1.2|], "1.3", a.4]
                was: [|7|]
        """,
        "Other YAML readers take the id `8` for a number; put it in quotes.",
        "Other YAML readers take the id `1.10` for a number; put it in quotes.",
        "Other YAML readers take the id `1.2` for a number; put it in quotes.",
        "Other YAML readers take the id `7` for a number; put it in quotes.");

    [Fact]
    public void Puts_them_in_quotes_and_touches_nothing_else() => Rule.ShouldFix(
        "checklist: a\r\nsections:\r\n- items:\r\n  - { id: 1.10,needs: [1.2 , '1.3'] }  # 1.4\r\n  - id: 1.2 # first\r\n",
        "checklist: a\r\nsections:\r\n- items:\r\n  - { id: \"1.10\",needs: [\"1.2\" , '1.3'] }  # 1.4\r\n  - id: \"1.2\" # first\r\n");

    [Fact]
    public void Reports_an_id_that_others_read_as_a_date() => Rule.ShouldReport(
        "checklist: a\nsections: [{ items: [{ id: [|2026-01-11|] }] }]\n", "Other YAML readers take the id `2026-01-11` for a date; put it in quotes.");

    [Theory]
    [InlineData("0")]
    [InlineData("007")]
    [InlineData("1.")]
    [InlineData("1_000")]
    [InlineData("1e3")]
    [InlineData("1.5E-3")]
    [InlineData("0x1F")]
    [InlineData("0o17")]
    [InlineData("0b101")]
    public void Knows_the_numbers_of_yaml(string id) => Rule.ShouldFix($"checklist: a\nsections: [{{ items: [{{ id: {id} }}] }}]\n", $"checklist: a\nsections: [{{ items: [{{ id: \"{id}\" }}] }}]\n");

    [Theory]
    [InlineData("1.1.1")]
    [InlineData("1-1")]
    [InlineData("1a")]
    [InlineData("0x")]
    [InlineData("0xg")]
    [InlineData("e3")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("\"1.10\"")]
    [InlineData("'1.10'")]
    public void Lets_text_be(string id) => Rule.ShouldBeSilent($"checklist: a\nsections: [{{ items: [{{ id: {id} }}] }}]\n");
}
