using System.Text;
using VegaGate.Checklists;

namespace VegaGate.Tests.Documents;

/// <summary>What happens to documents on their way through wikis, chats and editors.</summary>
public sealed class DamageTests
{
    static DamageTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(1252)]
    [InlineData(10000)]
    public void Text_that_was_read_in_a_wrong_encoding_is_put_right(int codePage)
    {
        const string Text = "# Größe\n\n- [ ] Café – it’s “fine” 🎯\n- [ ] Straße ✅ prüfen\n";
        var garbled = Encoding.GetEncoding(codePage).GetString(Encoding.UTF8.GetBytes(Text));

        var result = Imports.Of(garbled);

        Imports.Titles(Imports.List(result)).Should().Equal("Café – it’s “fine” 🎯", "Straße ✅ prüfen");
        result.Findings.Should().Contain(finding => finding.Descriptor.Id == "VG9002");
    }

    [Fact]
    public void Text_that_is_right_is_left_as_it_is()
    {
        const string Text = "# Titre\n\n- [ ] “Été” – déjà vu … ½ × ÷ «x» £5 é\n";

        var result = Imports.Of(Text);

        Imports.Titles(Imports.List(result)).Should().Equal("“Été” – déjà vu … ½ × ÷ «x» £5 é");
        result.Findings.Should().NotContain(finding => finding.Descriptor.Id == "VG9002");
    }

    [Fact]
    public void Bytes_of_Windows_are_read_as_such()
    {
        var result = Imports.Of(Encoding.GetEncoding(1252).GetBytes("# Liste\n\n- [ ] Größe prüfen\n"));

        Imports.Titles(Imports.List(result)).Should().Equal("Größe prüfen");
    }

    [Fact]
    public void A_document_of_UTF_16_is_read() =>
        Imports.Titles(Imports.List(Imports.Of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("# A\n\n- [ ] B\n")]))).Should().Equal("B");

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Line_ends_of_every_system_are_the_same(string end)
    {
        var text = "\uFEFF# A list\n\n## 1. One\n\n|\u00A0#\u00A0|\u00A0Item |\tOwner\t| Status |\n|---|---|---|---|\n| 1.1 | First\u00A0thing | Zev | Done |\n\n- [ ] Second \u200Bthing\n".Replace("\n", end, StringComparison.Ordinal);

        var list = Imports.List(Imports.Of(text));

        list.Items.Select(item => $"{item.Id!.Value} {item.Title!.Value} {item.RecordedStatus}").Should().Equal("1.1 First thing Done", "1.2 Second thing Todo");
    }

    [Fact]
    public void Cells_of_every_kind_are_read()
    {
        const string Text = """
            # A list

            Nr | What | Who | State | Acceptance criteria
            --- | --- | --- | --- | ---
            1 | Escaped \| pipe | Zev & RR | wip | a<br>b
            2 | Code `a|b` with a pipe | @zev | ✅ Done | `x \| y`
            3 | **Bold** <b>html</b> &amp; entity | [Ann](https://github.com/ann-login) |
            3 | Same number | Kate and Max | on hold | ok
            """;

        var list = Imports.ListOf(Text);

        Imports.Titles(list).Should().Equal("Escaped | pipe", "Code `a|b` with a pipe", "Bold html & entity", "Same number");
        list.Items.Select(item => item.Id!.Value).Should().Equal("1", "2", "3", "3-2");
        list.Items.Select(item => item.RecordedStatus).Should().Equal(ItemStatus.InProgress, ItemStatus.Done, ItemStatus.Todo, ItemStatus.Blocked);
        list.Items.Select(item => item.Pass).Should().Equal("a\nb", "`x | y`", null, "ok");
        list.Items.Select(item => string.Join(' ', Imports.Owners(item))).Should().Equal("zev rr", "zev", "ann-login", "kate max");
        list.People.FindPerson("ann-login")!.Login!.Value.Should().Be("ann-login");
    }

    [Fact]
    public void Owners_are_found_where_people_write_them()
    {
        const string Text = """
            # A list

            ## Part

            **Owner**: Zev

            - [ ] Ask @someone in a sentence about it
            - [ ] @ann Do the thing
            - [ ] Do another (Owner: RR / Kate)
            - [ ] A third one — owner: Max
            - [ ] And the last @ann @bob
            - [ ] Mail to me@example.org
            """;

        var list = Imports.ListOf(Text);

        Imports.Titles(list).Should().Equal("Ask @someone in a sentence about it", "Do the thing", "Do another", "A third one", "And the last", "Mail to me@example.org");
        list.Items.Select(item => string.Join(' ', Imports.Owners(item))).Should().Equal("zev", "ann", "rr kate", "max", "ann bob", "zev");
    }

    [Fact]
    public void Boxes_are_found_where_people_write_them()
    {
        const string Text = """
            # A list

            1. [ ] Numbered
            2. [X] Ticked
            3. [ } Malformed

            ☐ A sign
            ☑ A sign, ticked

            > - [ ] In a quote

            | Area | Check |
            | --- | --- |
            | DNS | [x] In a cell |
            | DNS | - [ ] Two<br>- [x] in one cell |
            """;

        var list = Imports.ListOf(Text);

        Imports.Titles(list).Should().Equal("Numbered", "Ticked", "Malformed", "A sign", "A sign, ticked", "In a quote", "In a cell", "Two", "in one cell");
        list.Items.Count(item => item.RecordedStatus == ItemStatus.Done).Should().Be(4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# About us\n\nWe make things.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")]
    [InlineData("just text")]
    public void A_document_without_a_checklist_says_so_once(string text)
    {
        var result = Imports.Of(text);

        result.Yaml.Should().BeNull();
        result.Findings.Select(finding => finding.Descriptor.Id).Should().Equal("VG9001");
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Imports.Of(new string('>', 20_000) + " - [ ] a").Yaml.Should().BeNull();
}
