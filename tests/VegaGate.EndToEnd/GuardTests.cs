using System.Text;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>Files that are made to hurt a reader of YAML: each gets one diagnostic, soon.</summary>
public sealed class GuardTests
{
    private const int ProcessorSeconds = 2;

    private const string Line = """
        checklist: list
        title: List
        people: { ann: { name: Ann, github: ann } }
        sections:
          - id: all
            title: All
            items:
              - { id: "1", title: One, owners: [ann], pass: It is there. } # fine
        """;

    [Theory]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u0085')]
    public async Task A_line_break_that_only_some_readers_see_hides_no_second_line(char separator) =>
        await IsRefusedAsync(Line.Replace("# fine", $"# fine{separator}        status: done", StringComparison.Ordinal), "checklists/list.yaml:8:74: error VG");

    [Fact]
    public async Task A_wrapped_list_that_is_not_indented_is_refused_at_its_place() => await IsRefusedAsync(
        """
        checklist: list
        title: List
        sections:
          - id: all
            title: All
            items:
              - id: "1"
                title: One
                owners: [alice,
        bob]
        """,
        "checklists/list.yaml:10:1: error VG");

    [Fact]
    public async Task A_hundred_thousand_brackets_are_refused_where_they_get_too_deep() =>
        await IsRefusedAsync($"checklist: list\ntitle: {new string('[', 100_000)}\n", "checklists/list.yaml:2:");

    [Fact]
    public async Task A_hundred_thousand_brackets_on_as_many_lines_are_refused_too() =>
        await IsRefusedAsync($"checklist: list\ntitle: {string.Concat(Enumerable.Repeat("[\n ", 100_000))}\n", "checklists/list.yaml:");

    [Fact]
    public async Task An_alias_bomb_is_refused_at_its_first_anchor()
    {
        var bomb = new StringBuilder(Line[..Line.IndexOf("      - {", StringComparison.Ordinal)]);
        for (var i = 0; i < 10; i++)
        {
            var labels = string.Join(", ", Enumerable.Repeat(i == 0 ? "x" : $"*a{i - 1}", 10));
            bomb.Append($"      - {{ id: \"{i}\", title: One, owners: [ann], pass: It is there., labels: &a{i} [{labels}] }}\n");
        }

        await IsRefusedAsync(bomb.ToString(), "checklists/list.yaml:8:75: error VG0004: ", most: 5_000);
    }

    [Fact]
    public async Task An_alias_bomb_that_is_no_list_is_refused_as_a_bomb()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 10; i++)
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        using var workspace = Workspace.With(bomb.ToString());

        var run = (await VegaGateProgram.RunWithinAsync(ProcessorSeconds, workspace.Folder, ["validate", "checklists"])).Exits(1);

        run.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(": ", line.IndexOf(": error", StringComparison.Ordinal) + 2, StringComparison.Ordinal)])
            .Should().Equal("checklists/list.yaml:1:5: error VG0004");
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_unread()
    {
        using var workspace = new Workspace().Write("checklists/list.yaml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("# nothing\n", 1_100_000))));

        await IsRefusedAsync(workspace, "checklists/list.yaml:1:1: error VG");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var workspace = new Workspace().Write("checklists/list.yaml", [.. "checklist: list\ntitle: "u8, 0xC3, 0x28, .. "\n"u8]);

        await IsRefusedAsync(workspace, "checklists/list.yaml:2:8: error VG");
    }

    [Theory]
    [InlineData("just a sentence\n")]
    [InlineData("- a\n- list\n")]
    [InlineData("")]
    [InlineData("# a comment and nothing else\n")]
    [InlineData("42\n")]
    public async Task What_is_no_checklist_is_told_so_in_one_clear_message(string text)
    {
        using var workspace = Workspace.With(text);

        var run = (await VegaGateProgram.RunWithinAsync(ProcessorSeconds, workspace.Folder, ["validate", "checklists"])).Exits(1);

        run.Error.Should().BeEmpty();
        run.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith("checklists/list.yaml:1:1: error VG");
        run.Output.Should().NotContain("Exception").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_document_of_something_else_gets_no_stack_trace()
    {
        using var workspace = Workspace.With("name: build\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps: []\n");

        var run = (await workspace.RunAsync("validate", "checklists")).Exits(1);

        run.Error.Should().BeEmpty();
        run.Output.Should().Contain("checklist").And.NotContain("Exception");
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_does_not_hide_the_others()
    {
        using var workspace = Workspace.WithRepositoryChecklists().Write("checklists/a.yaml", "title: [\n");

        var run = (await workspace.RunAsync("validate", "checklists")).Exits(1);

        run.Output.Should().Contain("checklists/a.yaml:").And.Contain("checklists/examples/vega77-go-live.yaml:101:17: warning VG3002");
        run.Lines[^1].Should().Be("4 files checked: 1 error, 4 warnings");
    }

    [Fact]
    public async Task The_gate_stays_closed_for_a_file_that_cannot_be_used()
    {
        using var workspace = Workspace.With(Line + "\u2028");

        (await workspace.RunAsync("gate", "--tracker", "local")).Exits(1).Output.Should().BeEmpty();
        (await workspace.RunAsync("run", "--tracker", "local")).Exits(1).Output.Should().BeEmpty();
        Directory.Exists(workspace.PathOf(".vegagate")).Should().BeFalse();
    }

    private static async Task IsRefusedAsync(string text, string place, int most = 1_000)
    {
        using var workspace = Workspace.With(text);
        await IsRefusedAsync(workspace, place, most);
    }

    private static async Task IsRefusedAsync(Workspace workspace, string place, int most = 1_000)
    {
        var run = (await VegaGateProgram.RunWithinAsync(ProcessorSeconds, workspace.Folder, ["validate", "checklists"])).Exits(1);

        run.Error.Should().BeEmpty();
        run.Lines[0].Should().StartWith(place);
        run.Lines[^1].Should().Be("1 file checked: 1 error");
        run.Output.Length.Should().BeLessThan(most);
    }
}
