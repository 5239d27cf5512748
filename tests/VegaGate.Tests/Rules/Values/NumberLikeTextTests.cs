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
    [InlineData("title: [|2026-01-11|]")]
    [InlineData("milestone: [|2026-1-1|]")]
    [InlineData("sections: [{ items: [{ labels: [a, [|2026-01-11|]] }] }]")]
    [InlineData("notes: [|2026-01-11T09:30:00Z|]")]
    [InlineData("notes: [|2026-01-11t9:30:00.5+01:00|]")]
    [InlineData("notes: [|2026-01-11 09:30:00 -5|]")]
    public void Reports_and_quotes_a_text_that_others_read_as_a_date(string marked)
    {
        var markup = Markup.Parse(marked);
        var date = markup.Text.Substring(markup.Spans[0].Start, markup.Spans[0].Length);

        Rule.ShouldReport($"checklist: a\n{marked}\n", $"Other YAML readers take `{date}` for a date; put it in quotes.");

        Rule.ShouldFix($"checklist: a\n{markup.Text}\n", $"checklist: a\n{marked.Replace("[|", "\"", StringComparison.Ordinal).Replace("|]", "\"", StringComparison.Ordinal)}\n");
    }

    [Theory]
    [InlineData("date: 2026-01-11")]
    [InlineData("sections: [{ items: [{ due: 2026-01-11, sign-offs: [{ by: zev, at: 2026-01-11T09:30:00Z }] }] }]")]
    [InlineData("title: 2026-01-11 was the day")]
    [InlineData("title: 2026-01")]
    [InlineData("title: 2026-001-11")]
    [InlineData("title: 2026-01-111")]
    [InlineData("title: 2026-01-11 09:30")]
    [InlineData("title: 2026-01-")]
    [InlineData("title: 20260-01-11")]
    public void Leaves_dates_where_they_belong_and_other_texts_alone(string text) => Rule.ShouldBeSilent($"checklist: a\n{text}\n");

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
