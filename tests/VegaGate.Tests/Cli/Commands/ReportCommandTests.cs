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
    private int _days;

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
        Json("report", "--format", "json", "--since", "2020-01-01").GetProperty("updates")[0].GetProperty("parts").GetProperty("done")[0].GetProperty("title").GetString().Should().Be("Hand-off: Build");
    }

    [Fact]
    public void The_last_hand_off_is_told_in_an_update_and_then_there_is_nothing_to_report()
    {
        Run("apply");
        Say("a", "/done", "zev");
        Run("report", "--comment");
        Say("#handoff/build", "/done", "zev");
        Say("#handoff/build", "/accept thanks", "rr");

        Pass(1);
        Run("report", "--comment").Output.Should().Contain("\nNo phase is active. 1 of 1 items are clear.\n").And.Contain("* Hand-off: Build: accepted by rr\n");
        Comments().Should().HaveCount(2);
        Pass(1);
        Run("report", "--comment").Should().Be(("", "No phase is active, so there is nothing to report.\n"));
    }

    [Fact]
    public void The_first_update_on_the_tracking_issue_tells_all_that_was_done()
    {
        Run("apply");
        Say("a", "/done", "zev");
        Pass(9);

        Run("report").Output.Should().NotContain("* a A");
        Run("report", "--comment").Output.Should().Contain("\n* a A: signed off by zev\n");
    }

    [Fact]
    public void A_template_of_the_repository_is_followed_in_the_comment_the_file_and_the_mail()
    {
        _folder.Write("checklists/a.yaml", List + "communication: { status-update: { every: 1d, template: docs/UPDATE.md, channels: [\"slack:#deployment\"], to: [rr] } }\n");
        Run("apply");
        Say("a", "/done", "zev");
        var missing = Run("report", "--comment");
        missing.Error.Should().Be("docs/UPDATE.md, the template of list, does not exist, so the update has the form that is built in; `vegagate report --print-template` prints one to begin with.\n");
        missing.Output.Should().StartWith("# A list: status on ").And.Contain("\nTo: RR (rr)\n");

        _folder.Write("docs/UPDATE.md", "## Ours: {{title}} for {{to}}\n\n{{next}}\n{{done}}\n");
        Pass(1);
        Run("report").Should().Be(("## Ours: A list for RR (rr)\n\n* Hand-off: Build: Ready: the giver has not asked for acceptance yet (`/done`)\nNothing.\n", ""));
        Run("report", "--format", "email").Output.Should().StartWith("Subject: A list: status on ").And.Contain("\n\n## Ours: A list for RR (rr)\n");
        Run("report", "--format", "slack").Output.Should().NotContain("Ours");
        Run("report", "--comment", "--out", "update.md").Error.Should().BeEmpty();
        _folder.Read("update.md").Should().StartWith("## Ours: A list for RR (rr)\n");
        Comments().Last().Should().Contain(" -->\n## Ours: A list for RR (rr)\n");
    }

    [Theory]
    [InlineData("out.md", "the template out.md cannot be followed: it is a link that leaves the repository.")]
    [InlineData("gone.md", "the template gone.md cannot be followed: it is a link to something that is not there.")]
    [InlineData("large.md", "the template large.md cannot be followed: it has more than 16,384 bytes.")]
    [InlineData("latin.md", "the template latin.md cannot be followed: it is not UTF-8.")]
    [InlineData("checklists", "the template checklists cannot be followed: Is a directory.")]
    [InlineData("wrong.md", "wrong.md:2:3: there is no placeholder {{everything}}; there are {{active}}, ")]
    public void A_template_that_cannot_be_followed_is_an_error_before_anything_is_written(string path, string problem)
    {
        _folder.Write("checklists/a.yaml", List + $"communication: {{ status-update: {{ every: 1d, template: {path} }} }}\n").Write("large.md", new string('x', 16_385)).Write("wrong.md", "{{done}}\n- {{everything}}\n");
        File.WriteAllBytes(_folder.Of("latin.md"), [(byte)'{', 0xE9, (byte)'}']);
        File.CreateSymbolicLink(_folder.Of("out.md"), "/etc/hostname");
        File.CreateSymbolicLink(_folder.Of("gone.md"), "nowhere.md");
        Run("apply");
        Say("a", "/done", "zev");

        Fails(2, "report", "--comment", "--out", "update.md", "--tracker", "local").Should().StartWith($"vegagate: {problem}");

        Comments().Should().BeEmpty();
        File.Exists(_folder.Of("update.md")).Should().BeFalse();
    }

    [Fact]
    public void A_template_to_begin_with_is_printed() => Run("report", "--print-template").Output.Should().StartWith("# {{title}}: status on {{date}}\n").And.Contain("\n{{follow-up}}\n");

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

    /// <summary>From now on the clock of the program is ahead by so many days more.</summary>
    private void Pass(int days) => _folder.Time = new TimeAhead(_days += days);

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

    private sealed class TimeAhead(int days) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(days);
    }
}
