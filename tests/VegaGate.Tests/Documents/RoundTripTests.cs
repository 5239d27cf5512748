using FsCheck;
using FsCheck.Fluent;
using VegaGate.Checklists;
using VegaGate.Documents;
using VegaGate.Documents.Reading;
using VegaGate.Documents.Writing;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Tests.Documents;

/// <summary>What goes out comes in again.</summary>
public sealed class RoundTripTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void Any_text_is_written_as_YAML_that_reads_as_the_text() => Check.One(Often, Prop.ForAll(Arb.From(AnyText()), text =>
    {
        var root = new YamlMapping([Entry("a", YamlText.Of(text)), Entry("b", YamlText.Of([text, "x"])), Entry("c", new YamlMapping([Entry("d", YamlText.Of(text))], default)), Entry("e", YamlText.Of([new YamlMapping([Entry("f", YamlText.Of(text))], default)]))], default);
        var tree = YamlReader.Read("a.yaml", GeneratedLists.Bytes(YamlWriter.Write(root)));

        tree.Diagnostics.Select(finding => finding.Message).Should().BeEmpty(YamlWriter.Write(root));
        Scalars(tree.Root!).Should().Equal(text, text, "x", text, text);
    }));

    [Fact]
    public void Any_text_is_written_as_a_cell_that_reads_as_the_text() => Check.One(Often, Prop.ForAll(Arb.From(AnyText()), text =>
    {
        var table = (DocumentTable)MarkdownBlocks.Read($"| a | b | c |\n|---|---|---|\n| x | {MarkdownCell.Cell(text)} | y |\n")!.Value.Single();

        table.Rows.Single().Cells.Should().HaveCount(3);
        InlineText.Read(table.Rows.Single().Cells[1]).Should().Be(text);
    }));

    [Fact]
    public void A_text_that_begins_in_bold_is_read_without_Markdig_as_with_it() => Check.One(Often, Prop.ForAll(Arb.From(BoldText()), text =>
        (InlineText.Read(text) + "#.").Should().Be(InlineText.Read(text + "\\#."), "an escape is Markdig's affair")));

    [Fact]
    public void Any_text_is_written_as_CSV_that_reads_as_the_text() => Check.One(Often, Prop.ForAll(Arb.From(AnyText()), text =>
    {
        var row = CsvText.Read(CsvText.Row(["a", text, "b"]), ',').Single();

        row.Cells.Select(CsvText.Unguard).Should().Equal("a", text, "b");
        "=+-@\t\r".Should().NotContain(row.Cells[1][..1]);
    }));

    [Fact]
    public void A_checklist_comes_back_from_Markdown() => Check.One(Often, Prop.ForAll(Arb.From(GeneratedLists.List), list =>
    {
        var document = DocumentExport.Markdown(list);
        var result = DocumentImport.Read("a.md", GeneratedLists.Bytes(document));

        (result.Yaml ?? result.Findings[0].Message).Split('\n').Should().Equal(Imports.Shape(list).Split('\n'));
    }));

    [Fact]
    public void Sections_and_items_come_back_from_CSV() => Check.One(Often, Prop.ForAll(Arb.From(GeneratedLists.List), list =>
    {
        var table = DocumentExport.Csv(list);
        var result = DocumentImport.Read("a-list.csv", GeneratedLists.Bytes(table));

        result.Yaml.Should().NotBeNull(table);
        Items(result.Root!).Split('\n').Should().Equal(Items(list).Split('\n'));
    }));

    [Theory]
    [InlineData("checklists/examples/vega77-go-live.yaml")]
    [InlineData("checklists/examples/vauntico-deployment.yaml")]
    [InlineData("checklists/vegagate-release.yaml")]
    public void The_real_lists_come_back_from_Markdown(string path)
    {
        var root = (YamlMapping)YamlTreeParser.Parse(SourceText.FromString(path, Repository.ReadText(path))).Root!;

        Imports.Of(DocumentExport.Markdown(root)).Yaml.Should().Be(Imports.Shape(root));
    }

    [Fact]
    public void The_front_matter_holds_only_what_a_document_has_no_place_for()
    {
        var root = (YamlMapping)YamlTreeParser.Parse(SourceText.FromString("a", Repository.ReadText("checklists/examples/vauntico-deployment.yaml"))).Root!;
        var document = DocumentExport.Markdown(root).Split("\n---\n", 2);

        document[0].Split('\n').Skip(1).Where(line => line.Length > 0 && line[0] != ' ').Should().Equal("checklist: vauntico-deployment", "per: once", "people:", "teams:", "phases:");
        document[0].Split("\nphases:\n")[1].Split('\n').Where(line => line.Length > 0).Should().OnlyContain(line => line.StartsWith("  - id: ", StringComparison.Ordinal));
        document[1].Should().Contain("\n## Escalation\n\n- **Severity**: critical\n\n### Classes\n\n- Payment processing failures\n")
            .And.Contain("\n| 1h | Kilo (Development) / Cline (Operations) | Cross-team coordination meeting |\n")
            .And.Contain("\n```\n# BLOCKER REPORT\n\n## Issue Summary\n- **Blocker ID**: [BLOCKER-XXX]\n")
            .And.Contain("\n### Meetings\n\n- **Critical**: required\n")
            .And.Contain("\n| Phase Completion Rate | 100% of phases completed on schedule |\n");
    }

    [Fact]
    public void What_people_change_in_the_parts_of_an_exported_document_is_read()
    {
        var root = (YamlMapping)YamlTreeParser.Parse(SourceText.FromString("a", Repository.ReadText("checklists/examples/vauntico-deployment.yaml"))).Root!;
        var changed = DocumentExport.Markdown(root)
            .Replace("| 1h | Kilo (Development) / Cline (Operations) | Cross-team coordination meeting |", "| 45m | Executive | A call |", StringComparison.Ordinal)
            .Replace("- **At most**: 30m", "- **At most**: 20m", StringComparison.Ordinal)
            .Replace("- Compliance violations\n", "", StringComparison.Ordinal);

        var yaml = Imports.Of(changed).Yaml!;
        yaml.Should().Contain("- after: 45m\n      notify: [executive]\n      do: A call\n").And.Contain("at-most: 20m").And.NotContain("Compliance violations");
        Imports.Of(changed.Replace("- **At most**: 20m", "- **As long as**: 20m", StringComparison.Ordinal)).Yaml.Should().BeNull("what cannot be read is not dropped");
    }

    [Fact]
    public void The_export_of_an_import_is_imported_as_the_same_list()
    {
        var first = Imports.Sample("deployment-handoff-protocol.md");

        Imports.Of(DocumentExport.Markdown(first.Root!)).Yaml.Should().Be(Imports.Shape(first.Root!));
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string Hostile = "</td><script>alert(1)</script> `|` ${{ github.token }} ::error:: =HYPERLINK(\"x\") \\| #1 @all [x](javascript:a) \u202Eabc";
        var root = new MappingBuilder().Add("checklist", "a").Add("title", Hostile)
            .Add("sections", YamlText.Of([new MappingBuilder().Add("id", "s").Add("title", Hostile).Add("items", YamlText.Of([new MappingBuilder().Add("id", "1").Add("title", Hostile).Add("pass", Hostile).Build()])).Build()])).Build();
        var document = DocumentExport.Markdown(root);

        document.Should().NotContain("<script").And.NotContain("\u202E").And.NotContain("](javascript:");
        DocumentImport.Read("a.md", GeneratedLists.Bytes(document)).Yaml.Should().Be(Imports.Shape(root));
    }

    [Fact]
    public void Json_holds_everything()
    {
        var root = (YamlMapping)YamlTreeParser.Parse(SourceText.FromString("a", "checklist: a\ntitle: T\nsections: [{id: s, title: S, items: [{id: \"1.10\", title: T, required: false, owners: zev, sign-off: 2}]}]\n")).Root!;

        DocumentExport.Json(root).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
            .Should().Be("{\"version\":1,\"checklist\":{\"checklist\":\"a\",\"title\":\"T\",\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":[{\"id\":\"1.10\",\"title\":\"T\",\"owners\":[\"zev\"],\"required\":false,\"sign-off\":2}]}]}}");
    }

    private static Gen<string> BoldText() =>
        from inner in Gen.Elements("Step 1", "a", "a b", "`a", "a.", "é", "a*b", "a_b", " a", "a ", "1)", "a`b`c")
        from after in Gen.Elements("", ": x", " x", ".", ", `b`", "x", ": `a|b` c", ": *i*", ":**", "!", ": `", " x y", ": a_b_c", "\tq")
        from rest in Gen.Elements("", "z", "holds `c/1.env`.", "(x)", "é")
        select $"**{inner}**{after}{rest}";

    /// <summary>Any text, and the more dangerous ones more often; NUL and halves of surrogate pairs are no text.</summary>
    private static Gen<string> AnyText() => Gen.OneOf(
        GeneratedLists.Text,
        ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => new string([.. text.Get.Where(c => c != '\0' && !char.IsSurrogate(c))])).Where(text => text.Length > 0));

    private static YamlEntry Entry(string key, YamlNode value) => new(YamlText.Of(key), value);

    private static IEnumerable<string> Scalars(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar.Value],
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };

    /// <summary>What CSV carries: the ids and titles of the sections, and the items.</summary>
    private static string Items(YamlMapping root)
    {
        var shape = TreeShape.Of(root, ChecklistFormat.Mapping);
        var sections = (YamlSequence)(shape.Find("phases") ?? shape.Find("sections"))!.Value;
        return YamlWriter.Write(new YamlMapping([Entry("sections", YamlText.Of(sections.Items.Select(section => new YamlMapping([.. ((YamlMapping)section).Entries.Where(entry => entry.Key.Value is "id" or "title" or "items")], default))))], default));
    }
}
