using VegaGate.Rules.Structure;
using VegaGate.Rules.Values;

namespace VegaGate.Tests.Rules.Values;

public sealed class YesNoValueTests
{
    private static readonly YesNoValue Rule = new();

    [Fact]
    public void Reports_and_quotes_each_text_that_others_read_as_true_or_false()
    {
        const string Marked =
            """
            checklist: [|y|]
            version: [|Off|]
            people: { [|no|]: { name: [|Yes|], github: [|on|] } }
            sections:
              - items:
                  - { id: [|n|], title: [|TRUE|], owners: [[|no|]], labels: [|false|], required: true, needs: [a, [|N|]] }
              - items: [{ id: yeS, title: nope, notes: "no", pass: 'off', due: yes, status: yes please }]
            """;
        var markup = Markup.Parse(Marked);
        var words = markup.Spans.Select(span => markup.Text.Substring(span.Start, span.Length)).ToList();

        Rule.ShouldReport(Marked, [.. words.Select(word => $"Other YAML readers take `{word}` for true or false; put it in quotes.")]);

        Rule.ShouldFix(markup.Text, Marked.Replace("[|", "\"", StringComparison.Ordinal).Replace("|]", "\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("Null")]
    public void Leaves_what_reads_as_nothing_to_wrong_type(string word)
    {
        var text = $"checklist: a\nversion: [|{word}|]\n";

        Rule.ShouldBeSilent(Markup.Parse(text).Text);
        new WrongType().ShouldReport(text, "`version` takes text of one line, but nothing stands here.");
    }

    [Fact]
    public void Leaves_values_of_probes_alone() => Rule.ShouldBeSilent("checklist: a\nsections: [{ items: [{ id: a, verify: [{ http: { url: x, json: { ok: yes } } }] }] }]\n");
}
