using VegaGate.Cli;
using VegaGate.Cli.Schemas;
using VegaGate.Cli.Setup;

namespace VegaGate.Tests.Cli.Setup;

public sealed class InitTests : IDisposable
{
    private const string Workflows = ".github/workflows/";

    private static readonly SetupAnswers Own = new("./", "main", "owner.example");

    private static readonly string[] Written =
    [
        ".github/workflows/checklists.yml", ".github/workflows/release-gate.yml", ".github/workflows/respond.yml", ".vegagate.yaml", ".vegagate/.gitignore", "checklists/checklist.schema.json", "checklists/release.yaml",
    ];

    private readonly ProgramFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("checklists/release.yaml")]
    [InlineData("checklists/handover.yaml", "--phases")]
    public void From_an_empty_folder_to_a_gate_that_holds_for_its_reasons(string list, params string[] options)
    {
        Run(["init", "--owner", "zev", .. options]).Should().Be(ExitCode.Success, _folder.Error);
        FilesOf().Should().Contain(list).And.HaveCount(Written.Length + (options.Length > 0 ? 3 : 0));

        Run("validate", "checklists").Should().Be(ExitCode.Success, _folder.Output);
        _folder.Output.Should().NotContain("error");
        Run("plan").Should().Be(ExitCode.Success);
        Run("apply").Should().Be(ExitCode.Success);
        Run("gate", "--for", "release").Should().Be(ExitCode.Findings);
        _folder.Output.Should().Contain("HOLD (");
        File.ReadAllText(_folder.Of(".vegagate/.gitignore")).Should().Be("*\n!.gitignore\n");
    }

    [Fact]
    public void The_gate_of_the_list_passes_when_its_owner_has_signed_off()
    {
        Run("init", "--owner", "zev").Should().Be(ExitCode.Success);
        Run("apply").Should().Be(ExitCode.Success);
        foreach (var id in (string[])["1.1", "1.2"])
            Run("say", id, "/done", "--as", "owner").Should().Be(ExitCode.Success, _folder.Error);

        Run("gate", "--for", "release").Should().Be(ExitCode.Success, _folder.Output);
        Run("gate").Should().Be(ExitCode.Findings, "the announcement waits");
    }

    [Fact]
    public void It_shows_what_it_writes_and_with_dry_run_writes_nothing()
    {
        Run("init", "--dry-run").Should().Be(ExitCode.Success);

        _folder.Output.Should().StartWith("Would write:\n  .github/workflows/\n    checklists.yml ").And.MatchRegex(@"\n  checklists/\n    checklist\.schema\.json +\d+ bytes\n    release\.yaml +\d+ bytes\n").And.NotContain("Next:");
        FilesOf().Should().BeEmpty();

        Run("init").Should().Be(ExitCode.Success);
        _folder.Output.Should().StartWith("Writing:\n").And.Contain("in the place of OWNER/vegagate@FULL_COMMIT_ID in the workflows").And.Contain("those that end with .example in checklists/release.yaml");
        FilesOf().Should().Equal(Written);
    }

    [Fact]
    public void It_overwrites_nothing_and_says_so()
    {
        _folder.Write(".vegagate.yaml", "tracker: local\n").Write(".github/workflows/respond.yml", "on: push\n");

        Run("init").Should().Be(ExitCode.Findings);

        _folder.Output.Should().MatchRegex(@"\.vegagate\.yaml +is there already, and is left as it is\n").And.MatchRegex(@"respond\.yml +is there already, and is left as it is\n");
        _folder.Read(".vegagate.yaml").Should().Be("tracker: local\n");
        _folder.Read(".github/workflows/respond.yml").Should().Be("on: push\n");
        FilesOf().Should().Equal(Written);

        using var other = new ProgramFolder();
        other.Run("init").Should().Be(ExitCode.Success);
        other.Run("init").Should().Be(ExitCode.Success, "a second time nothing is missing");
        other.Output.Should().Contain("is there already, as it would be written").And.NotContain(" bytes");
    }

    [Fact]
    public void All_is_written_or_nothing()
    {
        _folder.Write("checklists", "a file");

        Run("init").Should().Be(ExitCode.Usage);

        _folder.Error.Should().StartWith("vegagate: checklists/checklist.schema.json cannot be written: ").And.EndWith("; nothing is written.\n");
        FilesOf().Should().Equal("checklists");
    }

    [Fact]
    public void Check_says_what_is_missing_or_of_another_version_and_leaves_own_changes_alone()
    {
        Run("init", "--check").Should().Be(ExitCode.Findings);
        _folder.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(Written.Order(StringComparer.Ordinal).Select(path => $"{path} is missing: run `vegagate init`."));

        Run("init");
        Change("checklists/release.yaml", "Tell the users.", "Tell everybody.");
        Change(".github/workflows/respond.yml", "timeout-minutes: 15", "timeout-minutes: 20");
        Run("init", "--check").Should().Be(ExitCode.Success, _folder.Output);
        _folder.Output.Should().Be("Everything is of this version.\n");

        Change("checklists/checklist.schema.json", "VegaGate checklist", "Some checklist");
        var first = _folder.Read(".github/workflows/respond.yml").Split('\n')[0];
        Change(".github/workflows/respond.yml", first, first.Replace(first[(first.IndexOf("template ", StringComparison.Ordinal) + 9)..first.IndexOf(';', StringComparison.Ordinal)], "00000000", StringComparison.Ordinal));
        Run("init", "--check").Should().Be(ExitCode.Findings);
        _folder.Output.Should().Be(
            ".github/workflows/respond.yml was written from an older template: delete it, run `vegagate init` again, and put your own changes back.\n"
            + "checklists/checklist.schema.json is not as this version makes it: delete it, and run `vegagate init` again.\n");
    }

    [Theory]
    [InlineData("--action", "acme/vegagate", "--action takes OWNER/REPO@COMMIT; it is acme/vegagate.")]
    [InlineData("--action", "acme/vegagate@v1\n      - run: evil", "--action takes OWNER/REPO@COMMIT; it is acme/vegagate@v1?      - run: evil.")]
    [InlineData("--action", "../x@${{ secrets.X }}", "--action takes OWNER/REPO@COMMIT; it is ../x@${{ secrets.X }}.")]
    [InlineData("--branch", "main]\npermissions: write-all", "--branch takes the name of a branch, of letters, digits and - _ . /; it is main]?permissions: write-all.")]
    [InlineData("--owner", "a, github: b }", "--owner takes ")]
    public void What_is_no_name_goes_into_no_workflow(string option, string value, string message)
    {
        Run("init", option, value).Should().Be(ExitCode.Usage);

        _folder.Error.Should().StartWith($"vegagate: {message}");
        FilesOf().Should().BeEmpty();
    }

    [Fact]
    public void The_answers_stand_in_the_workflows()
    {
        var sha = new string('a', 40);
        Run("init", "--action", $"acme/vegagate@{sha}", "--branch", "trunk/next", "--owner", "zev", "--reusable").Should().Be(ExitCode.Success, _folder.Error);

        _folder.Read(".github/workflows/checklists.yml").Should().Contain($"uses: acme/vegagate@{sha}\n").And.Contain("branches: [trunk/next]");
        _folder.Read(".github/workflows/gate.yml").Should().Contain("workflow_call:");
        foreach (var path in FilesOf())
            _folder.Read(path).Should().NotContain("__", path);
        _folder.Output.Should().Contain("Commit, and push to trunk/next: ").And.NotContain("in the place of");
    }

    [Fact]
    public void Every_template_is_written_by_something()
    {
        var names = typeof(SetupFile).Assembly.GetManifestResourceNames();
        var texts = SetupCatalog.For(hasPhases: true, isReusable: true, []).Concat(SetupCatalog.For(hasPhases: false, isReusable: true, [])).Select(file => file.Template()).Distinct(StringComparer.Ordinal).ToArray();

        names.Should().NotBeEmpty();
        foreach (var name in names)
        {
            using var reader = new StreamReader(typeof(SetupFile).Assembly.GetManifestResourceStream(name)!);
            texts.Should().Contain(reader.ReadToEnd(), name);
        }
    }

    [Fact]
    public void The_schema_is_that_of_this_version() =>
        Render("checklists/checklist.schema.json").Should().Be(SchemaCatalog.All[SchemaCatalog.Checklist]());

    [Fact]
    public void The_form_is_the_one_that_the_list_makes_and_check_says_when_the_list_has_changed()
    {
        const string form = ".github/ISSUE_TEMPLATE/blocker.yml";
        Run("init", "--phases").Should().Be(ExitCode.Success, _folder.Error);
        _folder.Output.Should().Contain("  After a change of phases or of `escalation` in checklists/handover.yaml: vegagate form checklists/handover.yaml\n");
        var written = _folder.Read(form);
        Run("form", "--check").Should().Be(ExitCode.Success, _folder.Output);

        Change("checklists/handover.yaml", "classes: [Outage, ", "classes: [Outage, Money, ");
        Run("init", "--phases", "--check").Should().Be(ExitCode.Findings);
        _folder.Output.Should().Be($"{form} is not as checklists/handover.yaml makes it: run `vegagate form checklists/handover.yaml`.\n");
        Run("init", "--phases").Should().Be(ExitCode.Findings);
        _folder.Read(form).Should().Be(written, "nothing is overwritten");

        Run("form", "checklists/handover.yaml").Should().Be(ExitCode.Success, _folder.Error);
        Run("init", "--phases", "--check").Should().Be(ExitCode.Success, _folder.Output);

        // A list that makes no form needs none.
        File.Delete(_folder.Of(form));
        _folder.Write("checklists/handover.yaml", ProgramFolder.List);
        Run("init", "--phases", "--check").Should().Be(ExitCode.Success, _folder.Output);
    }

    [Fact]
    public void Where_there_is_a_list_with_phases_the_set_up_is_made_for_that_one_and_no_second_list_is_written()
    {
        const string form = ".github/ISSUE_TEMPLATE/blocker.yml";
        _folder.Write("checklists/vauntico-deployment.yaml", Repository.ReadText("checklists/examples/vauntico-deployment.yaml"));

        Run("init").Should().Be(ExitCode.Success, _folder.Error);
        FilesOf().Should().Equal(((string[])[form, .. Written, Workflows + "escalate.yml", Workflows + "status-update.yml", "checklists/vauntico-deployment.yaml"]).Where(path => path != "checklists/release.yaml").Order(StringComparer.Ordinal));
        _folder.Read(form).Should().Contain("checklist:vauntico-deployment");
        _folder.Read(Workflows + "status-update.yml").Should().Contain("- cron: \"43 6 * * *\"\n");
        Run("form", "--check").Should().Be(ExitCode.Success, _folder.Output);
        Run("init", "--check").Should().Be(ExitCode.Success, _folder.Output);
        Run("init", "--phases").Should().Be(ExitCode.Success, "it is the same");
        Run("validate", "checklists").Should().Be(ExitCode.Success, _folder.Output);

        _folder.Write("checklists/second.yaml", _folder.Read("checklists/vauntico-deployment.yaml").Replace("checklist: vauntico-deployment", "checklist: second", StringComparison.Ordinal));
        Run("init").Should().Be(ExitCode.Success, _folder.Error);
        _folder.Output.Should().Contain(": vegagate form checklists/second.yaml --out .github/ISSUE_TEMPLATE/blocker-second.yml\n");
        Run("form", "--check").Should().Be(ExitCode.Success, _folder.Output);
        Change(".github/ISSUE_TEMPLATE/blocker-second.yml", "checklist:second", "checklist:other");
        Run("init", "--check").Should().Be(ExitCode.Findings);
        _folder.Output.Should().Be(".github/ISSUE_TEMPLATE/blocker-second.yml is not as checklists/second.yaml makes it: run `vegagate form checklists/second.yaml --out .github/ISSUE_TEMPLATE/blocker-second.yml`.\n");
    }

    [Theory]
    [InlineData("1d", "43 6 * * *")]
    [InlineData("2w", "43 6 * * *")]
    [InlineData("24h", "43 6 * * *")]
    [InlineData("12h", "43 */12 * * *")]
    [InlineData("2h", "43 */2 * * *")]
    [InlineData("60m", "43 * * * *")]
    [InlineData("5h", "43 * * * *")]
    [InlineData("90m", "43 * * * *")]
    [InlineData("20m", "13,28,43,58 * * * *")]
    public void The_schedule_of_updates_is_as_often_as_the_list_wants_them_or_more_often(string every, string cron)
    {
        const string phases = "title: A\npeople: { zev: { github: zev-dev } }\nphases:\n  - id: p\n    title: P\n    owners: zev\n    items: [{ id: x, title: X, pass: P }]\n";
        _folder.Write("checklists/a.yaml", $"checklist: a\n{phases}communication: {{ status-update: {{ every: {every} }} }}\n").Write("checklists/b.yaml", $"checklist: b\n{phases}communication: {{ status-update: {{ every: 3w }} }}\n").Write("checklists/c.yaml", $"checklist: c\n{phases}");

        Run("init").Should().Be(ExitCode.Success, _folder.Error);

        _folder.Read(Workflows + "status-update.yml").Should().Contain($"- cron: \"{cron}\"\n");
        FilesOf().Should().NotContain(path => path.Contains("ISSUE_TEMPLATE", StringComparison.Ordinal), "no list says whom a blocker calls");
    }

    /// <summary>Here the program is beside the workflows, and what is released has a list of its own.</summary>
    [Theory]
    [InlineData("checklists.yml")]
    [InlineData("escalate.yml")]
    [InlineData("gate.yml")]
    [InlineData("respond.yml")]
    [InlineData("status-update.yml")]
    public void The_workflows_of_this_repository_are_made_from_the_templates(string name) => GeneratedFile.IsCurrent(Workflows + name, RenderOwn(name));

    [Fact]
    public void The_release_of_this_repository_differs_from_the_template_in_what_it_releases_alone()
    {
        const string deploy = "\n  deploy:\n";
        const string gate = "      # Between the gate and this step somebody may have objected.\n";
        var template = RenderOwn("release-gate.yml").Replace("release-gate", "release", StringComparison.Ordinal);
        template = template[(template.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var own = Repository.ReadText(Workflows + "release.yml");

        Between(own, "", deploy).Should().Be(Between(template, "", deploy));
        Between(own, deploy, "    permissions:").Should().Be(Between(template, deploy, "    permissions:"));
        Between(own, gate, "      - name: Publish the release").Should().Be(Between(template, gate, "      - name: Release")).And.Contain("May it still go?");
    }

    /// <summary>The text after the first of two pieces, up to the next of the second.</summary>
    private static string Between(string text, string first, string second)
    {
        var begin = text.IndexOf(first, StringComparison.Ordinal);
        begin.Should().BeGreaterThanOrEqualTo(0, first);
        var end = text.IndexOf(second, begin + first.Length, StringComparison.Ordinal);
        end.Should().BePositive(second);
        return text[(begin + first.Length)..end];
    }

    private static string Render(string path) =>
        SetupCatalog.For(hasPhases: true, isReusable: true, []).Single(file => file.Path == path).Render(Own, null, default)!;

    private static string RenderOwn(string name)
    {
        var text = Render(Workflows + name);
        // What others call names its lists and its SDK by itself.
        if (name == "gate.yml")
            return text;
        text = text.Replace("dotnet-version: 10.0.x", "global-json-file: global.json", StringComparison.Ordinal).Replace("command: validate\n", "command: validate\n          checklists: checklists\n", StringComparison.Ordinal);
        foreach (var command in (string[])["plan", "apply", "gate", "respond", "escalate", "report"])
            text = text.Replace($"command: {command}\n", $"command: {command}\n          checklists: checklists/vegagate-release.yaml\n", StringComparison.Ordinal);
        return text;
    }

    private int Run(params string[] arguments) => _folder.Run(arguments);

    private void Change(string path, string old, string replacement)
    {
        var text = _folder.Read(path);
        text.Should().Contain(old);
        _folder.Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    private string[] FilesOf() => [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.Path, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
