using VegaGate.Rules.Structure;
using VegaGate.Rules.Values;

namespace VegaGate.Tests.Rules.Values;

public sealed class NumberLikeTextTests
{
    private static readonly NumberLikeText Rule = new();

    [Theory]
    [InlineData("1.10")]
    [InlineData("007")]
    [InlineData("1e3")]
    [InlineData("-1")]
    [InlineData("+.5")]
    [InlineData("1_000")]
    [InlineData("0x1F")]
    [InlineData("9:30")]
    [InlineData("190:20:30")]
    public void Reports_and_quotes_a_text_that_others_read_as_a_number(string text)
    {
        Rule.ShouldReport($"checklist: a\nversion: [|{text}|]\n", $"Other YAML readers take `{text}` for a number; put it in quotes.");

        Rule.ShouldFix($"checklist: a\nversion: {text} # {text}\n", $"checklist: a\nversion: \"{text}\" # {text}\n");
    }

    [Fact]
    public void Reports_names_and_fingerprints_too() => Rule.ShouldReport(
        "checklist: [|7|]\npeople: { [|1|]: {} }\ngate: { stages: [[|1.0|]] }\nsections: [{ items: [{ owners: [|1|], before: [|1.0|], sign-offs: [{ text: [|12345678|], issue: 4 }] }] }]\n",
        [.. new[] { "7", "1", "1.0", "1", "1.0", "12345678" }.Select(text => $"Other YAML readers take `{text}` for a number; put it in quotes.")]);

    [Theory]
    [InlineData("version: \"1.10\"")]
    [InlineData("version: 1.10.0")]
    [InlineData("version: v1.10")]
    [InlineData("version: 1:2:345")]
    [InlineData("version: 9:75")]
    [InlineData("version: 09:30")]
    [InlineData("version: 1:a")]
    [InlineData("version: a:10")]
    [InlineData("version: '-'")]
    [InlineData("date: 2026-01-11")]
    [InlineData("targets: { documentation: 100% }")]
    [InlineData("sections: [{ id: 1, items: [{ id: 1.10, needs: [1.10], was: 1.1, sign-off: 2 }] }]")]
    public void Leaves_other_texts_numbers_and_ids_alone(string text) => Rule.ShouldBeSilent($"checklist: a\n{text}\n");

    [Fact]
    public void Ids_have_their_own_rule() => new NumberLikeId().ShouldReport(
        "checklist: a\nsections: [{ items: [{ id: [|1.10|] }] }]\n", "Other YAML readers take the id `1.10` for a number; put it in quotes.");
}
