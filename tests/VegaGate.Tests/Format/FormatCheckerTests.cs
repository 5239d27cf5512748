using System.Collections.Immutable;
using VegaGate.Format;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Format;

public sealed class FormatCheckerTests
{
    private static readonly MappingFormat Inner = new("inner",
    [
        KeyFormat.Required("id", Scalars.Slug, "."),
        KeyFormat.Optional("words", new ListFormat(Scalars.Line, AcceptsSingle: true), "."),
        KeyFormat.Optional("named", new NamedFormat("a mapping of numbers", Scalars.Slug, Scalars.PositiveInteger), "."),
        KeyFormat.Optional("either", new EitherFormat(Scalars.Boolean, new ListFormat(Scalars.Date)), "."),
        KeyFormat.Optional("any", new AnyFormat(), "."),
    ]);

    private static readonly MappingFormat Outer = new("outer", [KeyFormat.Required("list", new ListFormat(Inner), ".")]);

    [Theory]
    [InlineData("list: []\n")]
    [InlineData("list: [{ id: a, words: x, named: { a: 1 }, either: true, any: { b: [~] } }]\n")]
    [InlineData("list:\n- id: a\n  words: [x, y]\n  either: [2026-01-01]\n  any:\n")]
    public void Finds_nothing_in_what_keeps_to_the_format(string text) => Check(text).Should().BeEmpty();

    [Theory]
    [InlineData("[|{}|]\n", "missing list")]
    [InlineData("[|lists|]: []\nlist: []\n", "unknown lists")]
    [InlineData("[|list|]:\n", "wrong list: nothing")]
    [InlineData("list: [|~|]\n", "wrong list: nothing")]
    [InlineData("list: [|text|]\n", "wrong list: a single value")]
    [InlineData("list: [|{ id: a }|]\n", "wrong list: a mapping")]
    [InlineData("list: [{ id: a }, [|b|], [|[]|]]\n", "wrong list: a single value|wrong list: a list")]
    [InlineData("list: [{ [|Id|]: a }]\n", "unknown Id")]
    [InlineData("list: [{ [|colour|]: a }]\n", "unknown colour|missing id")]
    [InlineData("list: [{ id: [|a b|] }]\n", "invalid id: a b")]
    [InlineData("list: [{ id: a, words: [x, [|[]|], [|\"\"|], [|~|]] }]\n", "wrong words: a list|invalid words: |wrong words: nothing")]
    [InlineData("list: [{ id: a, words: [|{}|] }]\n", "wrong words: a mapping")]
    [InlineData("list: [{ id: a, named: { [|A|]: 1, b: [|0|], c: [|[]|] } }]\n", "invalid named: A|invalid b: 0|wrong c: a list")]
    [InlineData("list: [{ id: a, either: [|maybe|] }]\n", "invalid either: maybe")]
    [InlineData("list: [{ id: a, either: [2026-01-01, [|2026-02-30|]] }]\n", "invalid either: 2026-02-30")]
    [InlineData("list: [{ [|id:a|] }, [|id:b|], { id: c, [|any:d|] }]\n", "space after id|space after id|space after any")]
    [InlineData("list: [{ id: a, [|Any:d|] }, [|'id:b'|], { id: c, [|any:d|]: 1 }]\n", "unknown Any:d|wrong list: a single value|unknown any:d")]
    [InlineData("list: [{ id: a, either: [|{}|] }]\n", "wrong either: a mapping")]
    [InlineData("list:\n- id: a\n  [|either|]:\n", "wrong either: nothing")]
    public void Finds_each_departure_at_its_token(string marked, string expected)
    {
        var markup = Markup.Parse(marked);
        var findings = Check(markup.Text);

        string.Join('|', findings.Select(Describe)).Should().Be(expected);
        findings.Select(finding => finding.Span).Distinct().Should().Equal(markup.Spans);
    }

    private static ImmutableArray<FormatFinding> Check(string text)
    {
        var tree = RuleChecking.Read(text);
        tree.Diagnostics.Should().BeEmpty();
        return FormatChecker.Check(tree.Root!, Outer);
    }

    private static string Describe(FormatFinding finding) => finding switch
    {
        FormatFinding.UnknownKey unknown => $"unknown {unknown.Key}",
        FormatFinding.MissingKey missing => $"missing {missing.Key.Name}",
        FormatFinding.WrongType wrong => $"wrong {wrong.Name}: {wrong.Found}",
        FormatFinding.InvalidValue invalid => $"invalid {invalid.Name}: {invalid.Value}",
        FormatFinding.MissingSpace space => $"space after {space.Key.Name}",
        _ => "",
    };
}
