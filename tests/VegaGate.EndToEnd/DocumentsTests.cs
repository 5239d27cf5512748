using System.Text;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>From a document to a gate and back, with the program that people run.</summary>
public sealed class DocumentsTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "tests/VegaGate.Tests/Documents/Samples");

    [Theory]
    [InlineData("go-live-checklist.md", "go-live-checklist", "12 sections, 64 items; 0 notices; 110 of 110 lines taken, 0 left out", 64)]
    [InlineData("go-live-checklist.flattened.md", "go-live-checklist", "12 sections, 64 items; 1 notice;", 64)]
    [InlineData("deployment-handoff-protocol.md", "deployment-handoff-protocol", "5 phases, 31 items;", 31 + 5)]
    public async Task A_real_document_becomes_issues(string document, string slug, string summary, int issues)
    {
        using var workspace = new Workspace().Write("docs/" + document, File.ReadAllText(Path.Combine(Samples, document)));

        var run = (await workspace.RunAsync("import", "docs/" + document)).Exits(0);
        (await workspace.RunAsync("validate", "checklists")).Exits(0);
        (await workspace.RunAsync("apply", "checklists", "--tracker", "local")).Exits(0);

        run.Error.Should().BeEmpty();
        run.Lines[^1].Should().StartWith($"docs/{document} -> checklists/{slug}.yaml: {summary}");
        workspace.Tracker.Identities.Where(identity => !identity.EndsWith("#tracking", StringComparison.Ordinal)).Should().HaveCount(issues);
    }

    [Fact]
    public async Task What_goes_out_comes_in_again()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        foreach (var list in new[] { "vega77-go-live", "vauntico-deployment" })
        {
            (await workspace.RunAsync("export", $"checklists/examples/{list}.yaml", "--out", $"docs/{list}.md")).Exits(0).Output.Should().BeEmpty();
            (await workspace.RunAsync("import", $"docs/{list}.md", "--out", "again")).Exits(0);
            var before = (await workspace.RunAsync("export", $"checklists/examples/{list}.yaml", "--format", "json")).Exits(0);
            var after = (await workspace.RunAsync("export", $"again/{list}.yaml", "--format", "json")).Exits(0);

            after.Output.Should().Be(before.Output);
        }
    }

    [Fact]
    public async Task Nothing_is_overwritten_unless_that_is_asked_for()
    {
        using var workspace = new Workspace().Write("list.md", "# A\n\n- [ ] b\n").Write("checklists/list.yaml", "mine");

        (await workspace.RunAsync("import", "list.md")).Exits(2).Error.Should().Be("vegagate: checklists/list.yaml is there already; --force overwrites it.\n");
        File.ReadAllText(workspace.PathOf("checklists/list.yaml")).Should().Be("mine");
        (await workspace.RunAsync("import", "list.md", "--force")).Exits(0);
        File.ReadAllText(workspace.PathOf("checklists/list.yaml")).Should().StartWith("checklist: list\n");
        (await workspace.RunAsync("export", "checklists/list.yaml", "--out", "list.md")).Exits(2).Error.Should().Be("vegagate: list.md is there already; --force overwrites it.\n");
        Directory.GetFiles(workspace.PathOf("checklists")).Should().ContainSingle("no temporary file stays");
    }

    [Fact]
    public async Task Nothing_is_written_through_a_link()
    {
        using var workspace = new Workspace().Write("list.md", "# A\n\n- [ ] b\n").Write("secret", "mine");
        Directory.CreateDirectory(workspace.PathOf("checklists"));
        File.CreateSymbolicLink(workspace.PathOf("checklists/list.yaml"), workspace.PathOf("secret"));

        (await workspace.RunAsync("import", "list.md", "--force")).Exits(2);

        File.ReadAllText(workspace.PathOf("secret")).Should().Be("mine");
    }

    [Fact]
    public async Task Issues_that_are_there_become_a_list_and_stay_as_they_are()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        (await workspace.RunAsync("apply", "checklists/vegagate-release.yaml", "--release", "v1", "--tracker", "local")).Exits(0);
        var before = workspace.TrackerBytes;

        var run = await workspace.RunAsync("import", "--from-issues", "vegagate", "--tracker", "local");

        run.Exits(1).Output.Should().Contain("VG9001").And.Contain("a checklist keeps it already");
        workspace.TrackerBytes.Should().Equal(before);
    }

    [Theory]
    [InlineData("import takes FILEs, or --from-issues LABEL.", "import")]
    [InlineData("import takes FILEs, or --from-issues LABEL.", "import", "list.md", "--from-issues", "x")]
    [InlineData("gone.md cannot be read: it is not there any more.", "import", "gone.md")]
    [InlineData("--name goes with one FILE.", "import", "list.md", "list.md", "--name", "x")]
    public async Task A_call_that_cannot_be_used_says_why(string message, params string[] arguments)
    {
        using var workspace = new Workspace().Write("list.md", "# A\n\n- [ ] b\n");

        (await workspace.RunAsync(arguments)).IsRefused(message);
    }

    [Fact]
    public async Task Hostile_documents_say_nothing_to_the_runner_or_the_terminal()
    {
        using var workspace = new Workspace().Write("list.md", Encoding.UTF8.GetBytes("# ::error::x\n\n##[error]y\n\n- [ ] \u001b[31m##[group]z\n- [ } ::set-output name=a::b\n\n::warning::q\n"));

        var run = (await workspace.RunAsync("import", "list.md")).Exits(0);

        run.Output.Should().NotContain("\u001b").And.NotContain("##[");
        run.Lines.Should().NotContain(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }
}
