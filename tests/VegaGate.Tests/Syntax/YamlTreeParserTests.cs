using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Tests.Syntax;

public sealed class YamlTreeParserTests
{
    [Theory]
    [InlineData("- a\n")]
    [InlineData("- {}\n")]
    [InlineData("- !\n")]
    [InlineData("- ? a\n")]
    public void Ends_at_the_first_node_that_is_too_many(string node)
    {
        var tree = Reading.Read(string.Concat(Enumerable.Repeat(node, SyntaxLimits.Nodes + 10)));

        tree.Root.Should().BeNull();
        tree.Diagnostics.Should().ContainSingle(finding => finding.Descriptor == SyntaxDiagnostics.FileTooLarge)
            .Which.Message.Should().StartWith("The file has more than the 1,000,000 keys and values that a checklist may have");
    }

    [Theory]
    [InlineData("[|a|]: [|b|]\n")]
    [InlineData("[|a|]: [|b c|]  \t# comment\n")]
    [InlineData("[|a|] : [|one\n  two \n\n  three|]   \n")]
    [InlineData("[|\"a\"|]: [|\"b \\n c\n  d\"|] \n")]
    [InlineData("[|'a'|] : [|'it''s'|] # comment\n")]
    [InlineData("[|a|]: [|http://x/#y#|]\r\n")]
    [InlineData("{ [|a|] : [|b c|] , [|\"d\"|]: [|e|] }\n")]
    [InlineData("{[|a|], [|b|] }\n")]
    [InlineData("- [|a\U0001F600|]\n- [|\U0001F600|]: [|x|] # \U0001F600\n-   [|'\U0001F600'|]\n")]
    public void Gives_each_scalar_its_exact_place(string marked)
    {
        var markup = Markup.Parse(marked);

        var tree = Reading.Read(markup.Text);

        tree.Diagnostics.Should().BeEmpty();
        Reading.Descendants(tree.Root).OfType<YamlScalar>().Where(s => s.Span.Length > 0).Select(s => s.Span).Should().Equal(markup.Spans);
    }

    [Theory]
    [InlineData("a: |\n  x\n\n   y\n\n\nb: 1\n", "|\n  x\n\n   y")]
    [InlineData("a: >-  \n  x\n# comment\nb: 1\n", ">-  \n  x")]
    [InlineData("a: |+ # keep\n  x\n\n", "|+ # keep\n  x")]
    [InlineData("a: |\n  x\n # comment\nb: 1", "|\n  x")]
    [InlineData("a: |\r\n  x", "|\r\n  x")]
    [InlineData("a: |\n\nb: 1\n", "|")]
    public void Ends_a_block_scalar_with_its_last_line_that_is_not_blank(string text, string expected)
    {
        var tree = Reading.Read(text);

        tree.Diagnostics.Should().BeEmpty();
        tree.Source.GetText(((YamlMapping)tree.Root!).Find("a")!.Value.Span).Should().Be(expected);
    }

    [Theory]
    [InlineData("a: [|[ b, {c: d} ]|] # x\n", typeof(YamlSequence))]
    [InlineData("a: [|{ b: [] }|]\n", typeof(YamlMapping))]
    [InlineData("a: [|{\n  b: c,\n  }|]\n", typeof(YamlMapping))]
    [InlineData("a:\n  [|b: 1\n  c:\n    d: e|]   \n\n", typeof(YamlMapping))]
    [InlineData("a:\n[|- 1\n- x: 2|]\n\n", typeof(YamlSequence))]
    [InlineData("a:\n  [|- 1\n  -|]\n", typeof(YamlSequence))]
    public void Gives_each_collection_its_exact_place(string marked, Type type)
    {
        var markup = Markup.Parse(marked);

        var tree = Reading.Read(markup.Text);

        tree.Diagnostics.Should().BeEmpty();
        var value = tree.Root.Should().BeOfType<YamlMapping>().Subject.Entries.Single().Value;
        value.Should().BeOfType(type);
        value.Span.Should().Be(markup.Span);
    }

    [Theory]
    [InlineData("a: [\n  b,\n]\nc: {\n}\n")]
    [InlineData("a:\n  - [\n    b\n  ]\n")]
    [InlineData("a: {\"b\":c, d:e, f, \"g\": [h]}\n")]
    [InlineData("[\na,\nb]\n")]
    public void Takes_the_layouts_of_brackets_that_people_write(string text) => Reading.Read(text).Diagnostics.Should().BeEmpty();

    [Theory]
    [InlineData("a: |\n  x", "x\n")]
    [InlineData("a: |-\n  x", "x")]
    public void Reads_the_end_of_the_file_as_the_end_of_a_line(string text, string value)
    {
        var tree = Reading.Read(text);

        tree.Diagnostics.Should().BeEmpty();
        ((YamlScalar)((YamlMapping)tree.Root!).Find("a")!.Value).Value.Should().Be(value);
    }

    [Fact]
    public void Puts_an_absent_value_right_after_its_indicator()
    {
        var mapping = (YamlMapping)Reading.Read("a:\nb: # comment\nc: [x: , y]\n").Root!;

        mapping.Find("a")!.Value.Should().Be(new YamlScalar("", ScalarStyle.Plain, new TextSpan(2, 0)));
        mapping.Find("b")!.Value.Should().Be(new YamlScalar("", ScalarStyle.Plain, new TextSpan(5, 0)));
    }

    [Fact]
    public void Reads_a_pair_in_a_list_as_a_mapping_that_begins_at_its_key()
    {
        var tree = Reading.Read("{a: [b: c, d]}");

        var list = (YamlSequence)((YamlMapping)tree.Root!).Find("a")!.Value;
        list.Items[0].Should().BeOfType<YamlMapping>().Which.Span.Should().Be(new TextSpan(5, 4));
    }

    [Fact]
    public void Keeps_values_as_text_with_their_style()
    {
        var mapping = (YamlMapping)Reading.Read("a: 1.10\nb: '1.10'\nc: \"\\u00e9\"\nd: |\n  x\ne: >\n  x\n  y\nf: ~\n").Root!;

        mapping.Entries.Select(e => ((YamlScalar)e.Value).Value).Should().Equal("1.10", "1.10", "é", "x\n", "x y\n", "~");
        mapping.Entries.Select(e => ((YamlScalar)e.Value).Style).Should().Equal(
            ScalarStyle.Plain, ScalarStyle.SingleQuoted, ScalarStyle.DoubleQuoted, ScalarStyle.Literal, ScalarStyle.Folded, ScalarStyle.Plain);
        ((YamlScalar)mapping.Find("f")!.Value).IsNull.Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment")]
    [InlineData("# 100%\n  # more\n")]
    [InlineData("---\n...\n")]
    public void Says_nothing_of_a_file_without_content(string text)
    {
        var tree = Reading.Read(text);

        tree.Diagnostics.Should().BeEmpty();
        tree.Root.Should().Match(root => root == null || ((YamlScalar)root).IsNull);
    }

    [Theory]
    [InlineData("a: [|&x|] 1\n", "VG0004")]
    [InlineData("a: [|*x|]\n", "VG0005")]
    [InlineData("a: [|**bold**|] text\n", "VG0005")]
    [InlineData("[|<<|]: {a: 1}\n", "VG0006")]
    [InlineData("a: [|!|] 1\n", "VG0007")]
    [InlineData("a: [|!!str|] 1\n", "VG0007")]
    [InlineData("a: [|!<tag:x>|] 1\n", "VG0007")]
    [InlineData("a: [[|!!str,x]|]", "VG0007")]
    [InlineData("[|%YAML 1.2|]\n---\na: 1\n", "VG0008")]
    [InlineData("[|%FOO bar|]\n---\na: 1\n", "VG0008")]
    [InlineData("[|%TAG|] ! ", "VG0008")]
    [InlineData("a: 1\n[|---|]\nb: 2\n", "VG0009")]
    [InlineData("a: 1\n...\n# x\n[|b:|] 2\n", "VG0009")]
    [InlineData("...\n[|8|]", "VG0009")]
    [InlineData("[|?|] a\n: b\n", "VG0010")]
    [InlineData("[|?|] [a]\n: b\n", "VG0010")]
    [InlineData("[|[a, b]|]: c\n", "VG0010")]
    [InlineData("[|{a: b}|]: c\n", "VG0010")]
    [InlineData("a: 1\n[||]: b\n", "VG0010")]
    [InlineData("a: 1\nb: { [||]: b }\n", "VG0010")]
    [InlineData("a:\n  [|\t|]b: 1\n", "VG0002")]
    [InlineData("a:\n  -[|\t|]b: 1\n", "VG0002")]
    [InlineData("a: 1\nb: 2\n[|a|]: 3\n", "VG0003")]
    [InlineData("a: 1\n[|\"a\"|]: 3\n", "VG0003")]
    public void Refuses_what_the_format_refuses_on_the_token_itself(string marked, string id) => Reading.ReadMarked(marked, id);

    [Theory]
    [InlineData("owner: [alice,\n[|bob|]]\n", "indent")]
    [InlineData("owner: |[|x|]\n  y", "next line")]
    [InlineData("a: [|@x|]\n", "quotes")]
    [InlineData("a: [|`x`|]\n", "quotes")]
    [InlineData("a: PR[|:|] merged\n", "quotes")]
    [InlineData("title\nstatus[|:|] done\n", "line above")]
    [InlineData("a: [|'x|]\nb: 1\n", "never closed")]
    [InlineData("a: \"x\n[|b:|] 1\n", "Close its quote")]
    [InlineData("a: [b, [|@c|]]\n", "quotes")]
    [InlineData("a: [|[|]b, c\n", "never closed")]
    [InlineData("a: \"[|\\q\"|]\n", "escape")]
    [InlineData("a: [|\"\\UFFFFFFFF\"|]\n", "escape")]
    [InlineData("- a\n[|b:|] c\n", "list above")]
    [InlineData("a:\n  b: 1\n [|c:|] 2\n", "mapping above")]
    [InlineData("a: {b: c\n[|d:|] e\n", "indentation")]
    [InlineData("a: [|-|] b\n", "middle of a line")]
    [InlineData("a: {\"b\" [|\"c\"|]}\n", "comma")]
    [InlineData("a: {\"b\"[|c\"|]}\n", "comma")]
    [InlineData("a: {b: [|:c:|]}\n", "quotes")]
    [InlineData("- [a]\n- [|::b|]\n", "quotes")]
    [InlineData("a: [b]\nc: {d: e}[|#f|]\n", "space")]
    [InlineData("a: |\n  x\n[|   |]", "spaces")]
    [InlineData("a: 'x\n[|y'|]\n", "indent")]
    [InlineData("a: [b\n[|,|] c]\n", "indent")]
    [InlineData("- a: {b: c\n[|}|]\n", "indent")]
    [InlineData("a: [[|#|] b\n  c]\n", "space")]
    [InlineData("[|>|]\n  x\n", "block of text")]
    public void Says_in_plain_words_what_cannot_be_read(string marked, string words)
    {
        var tree = Reading.ReadMarked(marked, "VG0001");

        tree.Diagnostics[0].Message.Should().Contain(words);
    }

    [Fact]
    public void Points_at_the_first_of_two_keys_and_leaves_the_second_out()
    {
        var tree = Reading.Read("a: 1\nb:\n  a: 2\na: {c: 3}\na: 4\n");

        tree.Ids().Should().Equal("VG0003", "VG0003");
        tree.Diagnostics.SelectMany(d => d.Related).Select(r => r.Span).Should().Equal(new TextSpan(0, 1), new TextSpan(0, 1));
        ((YamlMapping)tree.Root!).Entries.Select(e => tree.Source.GetText(e.Value.Span)).Should().Equal("1", "a: 2");
    }

    [Fact]
    public void Finds_a_duplicate_among_many_keys()
    {
        var tree = Reading.Read(string.Concat(Enumerable.Range(0, 5000).Select(i => $"k{i}: {{a: 1}}\n")) + "k7: 1\nk4999: 1\nk7: 2\n");

        tree.Ids().Should().Equal("VG0003", "VG0003", "VG0003");
        ((YamlMapping)tree.Root!).Entries.Should().HaveCount(5000);
    }

    [Fact]
    public void Goes_on_after_what_it_refuses_and_keeps_the_rest()
    {
        var tree = Reading.ReadMarked(
            "a: [|!!str|] 1\nb: [|&x|] 2\n[|<<|]: {z: 1}\n[|[c]|]: 3\n[|a|]: 4\nd: 5\n[|---|]\ne: 6\n",
            "VG0007", "VG0004", "VG0006", "VG0010", "VG0003", "VG0009");

        ((YamlMapping)tree.Root!).Entries.Select(e => e.Key.Value).Should().Equal("a", "b", "d");
    }

    [Fact]
    public void Reports_an_alias_bomb_once_and_at_once()
    {
        var bomb = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n" + string.Concat("bcdefghi".Select(c =>
            $"{c}: &{c} [{string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n"));

        var found = Reading.Read(bomb).Diagnostics.Should().ContainSingle().Subject;

        found.Descriptor.Id.Should().Be("VG0004");
        found.Message.Should().EndWith("The file has 80 more such places.");
        found.Related.Length.Should().Be(19);
    }

    [Fact]
    public void Keeps_at_most_twenty_findings_of_a_kind()
    {
        var tree = Reading.Read(string.Concat(Enumerable.Range(0, 1000).Select(i => $"k{i}: !x {i}\n")));

        tree.Diagnostics.Should().HaveCount(20);
        tree.Diagnostics[^1].Message.Should().EndWith("The file has 980 more such places.");
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(10_000, true)]
    public void Refuses_more_than_64_levels(int levels, bool isRefused)
    {
        string[] expected = isRefused ? ["VG0016"] : [];

        Reading.Read(string.Concat(Enumerable.Repeat("- ", levels)) + "x\n").Ids().Should().Equal(expected);
        Reading.Read(string.Concat(Enumerable.Repeat("[ a,\n", levels)) + string.Concat(Enumerable.Repeat(" ]", levels))).Ids().Should().Equal(expected);
        if (levels < 1000)
            Reading.Read(string.Concat(Enumerable.Range(0, levels).Select(i => new string(' ', i) + "a:\n"))).Ids().Should().Equal(expected);
    }

    [Fact]
    public void Refuses_four_thousand_levels_of_indentation() =>
        Reading.Read(string.Concat(Enumerable.Range(0, 4000).Select(i => new string(' ', i) + "a:\n"))).Ids().Should().Equal("VG0016");

    [Fact]
    public void Refuses_a_scalar_of_more_than_64_KiB()
    {
        var line = "  " + new string('x', 997) + "\n";

        Reading.Read("a: |\n" + string.Concat(Enumerable.Repeat(line, 65))).Ids().Should().BeEmpty();
        Reading.Read("a: |\n" + string.Concat(Enumerable.Repeat(line, 66))).Ids().Should().Equal("VG0017");
    }

    [Fact]
    public void Does_not_parse_what_the_guard_refused()
    {
        var tree = Reading.Read("a: 1 # ok\u2028status: done\na: 2\n");

        tree.Root.Should().BeNull();
        tree.Ids().Should().Equal("VG0014");
    }

    [Fact]
    public void Lists_its_findings_with_ids_in_order_and_unique_names()
    {
        SyntaxDiagnostics.All.Select(d => d.Id).Should().Equal(Enumerable.Range(1, 20).Select(i => $"VG{i:0000}"));
        SyntaxDiagnostics.All.Select(d => d.Name).Should().OnlyHaveUniqueItems();
        typeof(SyntaxDiagnostics).GetFields().Select(f => f.GetValue(null)).Should().BeEquivalentTo(SyntaxDiagnostics.All);
    }
}
