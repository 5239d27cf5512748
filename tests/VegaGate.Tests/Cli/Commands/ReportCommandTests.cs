using System.Text.Json;

namespace VegaGate.Tests.Cli.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private const string List =
        """
        checklist: list
        title: A list
        people: { zev: { name: Zev, github: zev }, rr: { name: RR, github: rr } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: a, title: A, pass: It is there. }]
            handoff: { to: rr }
        targets: { blocker-resolution: { critical: 2h } }
        changes: [{ date: 2020-01-01, version: "1.0", text: Begun, by: Zev }]

        """;

    private readonly ProgramFolder _folder = new ProgramFolder().Write("checklists/a.yaml", List);

    [Fact]
    public void Without_an_active_phase_nothing_is_reported_and_that_is_said()
    {
        Run("apply");

        Run("report", "--comment").Should().Be(("", "No phase is active, so there is nothing to report.\n"));
    }

    [Fact]
    public void An_update_on_the_tracking_issue_is_due_once_in_its_time()
    {
        Run("apply");
        Say("a", "/done", "zev");

        Run("report", "--comment").Output.Should().StartWith("# A list: status on ").And.Contain("\n## Done since ").And.Contain("a A");
        Comments().Should().ContainSingle().Which.Should().StartWith("<!-- vegagate update=").And.Contain("\n# A list: status on ");
        Run("report", "--comment").Error.Should().MatchRegex("^list was updated at .*Z, and the next update is not due yet.\n$");
        Comments().Should().ContainSingle();
        Run("report", "--format", "email").Output.Should().StartWith("Subject: A list: status on ").And.NotContain("- a A", "it was told already");
        Run("report", "--format", "email", "--since", "2020-01-01").Output.Should().Contain("- a A");
        Fails(2, "report", "--since", "yesterday").Should().Contain("--since takes a time in UTC");
    }

    [Fact]
    public void An_update_goes_to_a_file_where_that_is_asked_for()
    {
        Run("apply");
        Say("a", "/done", "zev");

        Run("report", "--out", "update.md").Output.Should().BeEmpty();

        _folder.Read("update.md").Should().StartWith("# A list: status on ");
    }

    [Fact]
    public void The_matrix_the_metrics_and_the_update_are_read_by_programs()
    {
        Run("apply");
        Say("a", "/block critical no key", "rr");
        Say("a", "/unblock\n/done", "zev");
        Say("#handoff/build", "/done", "zev");
        Say("#handoff/build", "/accept 4/5 thanks", "rr");

        var matrix = Json("matrix", "--format", "json").GetProperty("checklists")[0].GetProperty("phases")[0];
        matrix.GetProperty("step").GetString().Should().Be("accepted");
        var metrics = Json("metrics", "--format", "json").GetProperty("checklists")[0].GetProperty("metrics").EnumerateArray().ToDictionary(metric => metric.GetProperty("key").GetString()!, StringComparer.Ordinal);
        metrics["handoff-quality"].GetProperty("number").GetDouble().Should().Be(80);
        metrics["blocker-resolution-critical-worst"].GetProperty("met").GetBoolean().Should().BeTrue();
        metrics["phase-completion"].GetProperty("number").ValueKind.Should().Be(JsonValueKind.Null);
        Run("metrics").Output.Should().Contain("\n  Hand-off quality: 80%\n    1 of 1 acceptances have a score\n");
        Run("metrics", "--format", "markdown").Output.Should().Contain("| Blocker resolution (critical, worst) | ").And.Contain(" | within 120 min | yes | 1 resolved | ");
        Json("report", "--format", "json", "--since", "2020-01-01").GetProperty("updates").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public void A_list_without_phases_has_nothing_to_report()
    {
        _folder.Write("checklists/a.yaml", ProgramFolder.List);
        Run("apply");

        Run("report").Should().Be(("", "No phase is active, so there is nothing to report.\n"), "a schedule does not fail for that");
        foreach (var command in new[] { "matrix", "metrics" })
            Fails(2, command).Should().Contain("no checklist that is walked now has phases");
    }

    [Fact]
    public void The_change_log_is_joined_with_the_commits_of_the_file()
    {
        _folder.Git("init", "-q");
        _folder.Git("add", ".");
        _folder.Git("commit", "-q", "-m", "Begin | <b> ##[error]x", "--date", "2019-12-31T00:00:00Z");
        Run("changes", untracked: true).Output.Should().MatchRegex(@"^\nlist: A list \(checklists/a.yaml\)\n\n  2020-01-01 version 1.0: Begun \(Zev\)\n    [0-9a-f]{7}  .*Z  T: Begin \| <b> ##\(error\]x\n$");
        Run("changes", untracked: true, "--format", "markdown").Output.Should().Contain(" | Begin \\| &lt;b&gt; ##\\[error\\]x | T |");
        Json("changes", untracked: true, "--format", "json").GetProperty("checklists")[0].GetProperty("entries")[0].GetProperty("commits").GetArrayLength().Should().Be(1);
        _folder.Git("mv", "checklists/a.yaml", "checklists/b.yaml");
        _folder.Git("commit", "-q", "-m", "Rename");
        Json("changes", untracked: true, "--format", "json").GetProperty("checklists")[0].GetProperty("entries")[0].GetProperty("commits").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public void Without_a_repository_there_is_no_change_log() => Fails(2, "changes").Should().Contain("is in no git repository");

    public void Dispose() => _folder.Dispose();

    private (string Output, string Error) Run(string command, params string[] arguments) => Run(command, untracked: false, arguments);

    private (string Output, string Error) Run(string command, bool untracked, params string[] arguments)
    {
        _folder.Run([command, .. arguments, .. untracked ? Array.Empty<string>() : ["--tracker", "local"]]).Should().Be(0, _folder.Error);
        return (_folder.Output, _folder.Error);
    }

    private JsonElement Json(string command, params string[] arguments) => Json(command, untracked: false, arguments);

    private JsonElement Json(string command, bool untracked, params string[] arguments) =>
        JsonDocument.Parse(Run(command, untracked, arguments).Output).RootElement;

    private string Fails(int code, params string[] arguments)
    {
        _folder.Run(arguments).Should().Be(code);
        return _folder.Error;
    }

    private void Say(string id, string text, string who) => _folder.Run("say", id, text, "--as", who, "--tracker", "local").Should().Be(0, _folder.Error);

    private IEnumerable<string> Comments()
    {
        var tracker = JsonDocument.Parse(_folder.Read(".vegagate/tracker.json")).RootElement;
        return Strings(tracker).Where(text => text.Contains("vegagate update=", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
