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
