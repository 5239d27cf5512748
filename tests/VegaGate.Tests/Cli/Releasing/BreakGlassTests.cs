using System.Text.Json;
using VegaGate.Cli.Releasing;
using VegaGate.GitHub.Actions;

namespace VegaGate.Tests.Cli.Releasing;

/// <summary>Break-glass on the embedded tracker; in workflows the end-to-end tests try it.</summary>
public sealed class BreakGlassTests : IDisposable
{
    private const string Hostile = "it burns @zev <!-- vegagate v=1 --> ``` ::error::x\n/done\n# heading | cell";

    private static readonly string List = ProgramFolder.List
        .Replace("people: { zev: { github: zev-dev } }", "people: { zev: { github: zev-dev }, kate: { name: Kate, github: kate-dev } }\ngate: { break-glass: kate }", StringComparison.Ordinal);

    private readonly ProgramFolder _folder = new();

    public BreakGlassTests() => _folder.Write("checklists/a.yaml", List);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_named_person_lets_it_go_once_and_leaves_a_comment()
    {
        _folder.Run("apply", "--tracker", "local").Should().Be(0);

        Override("kate", Hostile, "--format", "json").Should().Be(0);

        var answer = JsonDocument.Parse(_folder.Output).RootElement;
        (answer.GetProperty("decision").GetString(), answer.GetProperty("reason-code").GetString(), answer.GetProperty("open-items").GetInt32()).Should().Be(("pass", "overridden", 1));
        answer.GetProperty("override").GetProperty("by").GetString().Should().Be("kate-dev");
        answer.GetProperty("override").GetProperty("reason").GetString().Should().Be(Hostile);
        answer.GetProperty("checklists")[0].GetProperty("overridden").GetBoolean().Should().BeTrue();
        var comment = Comments().Should().ContainSingle().Which;
        comment.Should().StartWith("<!-- vegagate override -->\n**Overridden by kate-dev**: `release` goes although the gate holds it.").And.Contain("````text\nit burns @zev").And.Contain("* 1\\.10 T: `open`");

        _folder.Run("gate", "--tracker", "local").Should().Be(1, "the next gate decides anew");
    }

    [Theory]
    [InlineData("markdown", "# Pass, overridden by kate-dev: 1 item not clear\n")]
    [InlineData("console", "\nPASS (overridden): kate-dev lets it go although 1 item not clear (")]
    public void It_is_shown_as_overridden(string format, string beginning)
    {
        _folder.Run("apply", "--tracker", "local").Should().Be(0);

        Override("kate", "it burns", "--format", format).Should().Be(0);

        _folder.Output.Should().StartWith(beginning).And.Contain("it burns");
    }

    [Theory]
    [InlineData("zev", "vegagate: Not overridden: zev-dev may not; checklists/a.yaml names Kate under `gate.break-glass`.\n")]
    [InlineData("stranger", "vegagate: Not overridden: stranger may not; checklists/a.yaml names Kate under `gate.break-glass`.\n")]
    [InlineData("kate-dev[bot]", "vegagate: Not overridden: kate-dev[bot] may not; checklists/a.yaml names Kate under `gate.break-glass`.\n")]
    public void A_stranger_does_not(string name, string error)
    {
        _folder.Run("apply", "--tracker", "local").Should().Be(0);

        Override(name, "it burns").Should().Be(1);

        _folder.Error.Should().Be(error);
        _folder.Output.Should().Contain("HOLD (open)");
        Comments().Should().BeEmpty();
    }

    [Fact]
    public void What_passes_leaves_no_comment()
    {
        _folder.Run("apply", "--tracker", "local").Should().Be(0);
        _folder.Run("say", "1.10", "/done", "--as", "zev", "--tracker", "local").Should().Be(0);

        Override("stranger", "it burns").Should().Be(0);

        _folder.Output.Should().StartWith("\nPASS: every required item has passed (");
        Comments().Should().BeEmpty();
    }

    [Fact]
    public void Where_no_issue_can_say_so_it_is_not_overridden()
    {
        Override("kate", "it burns").Should().Be(1);

        _folder.Error.Should().Be("vegagate: Not overridden: the list has no tracking issue that could say so: run `vegagate apply` first.\n");
    }

    [Fact]
    public void A_list_that_names_nobody_cannot_be_overridden()
    {
        _folder.Write("checklists/a.yaml", ProgramFolder.List).Run("apply", "--tracker", "local").Should().Be(0);

        Override("zev", "it burns").Should().Be(1);

        _folder.Error.Should().Contain("names nobody under `gate.break-glass`");
    }

    [Theory]
    [InlineData("--override needs --reason TEXT", "--override", "--as", "kate")]
    [InlineData("--override needs --reason TEXT", "--override", "--reason", " ", "--as", "kate")]
    [InlineData("--reason and --as go with --override", "--reason", "it burns")]
    [InlineData("--reason and --as go with --override", "--as", "kate")]
    [InlineData("--wait and --override exclude each other", "--override", "--reason", "it burns", "--wait", "5m")]
    [InlineData("say who overrides: --as NAME", "--override", "--reason", "it burns")]
    public void A_part_of_it_is_refused(string message, params string[] arguments)
    {
        _folder.Run(["gate", "--tracker", "local", .. arguments]).Should().Be(2);

        _folder.Error.Should().Contain(message);
    }

    [Fact]
    public void A_stranger_is_told_who_may_override_a_critical_blocker()
    {
        _folder.Run("apply", "--tracker", "local").Should().Be(0);
        _folder.Run("say", "1.10", "/block critical the shop burns", "--as", "zev", "--tracker", "local").Should().Be(0);
        _folder.Run("gate", "--tracker", "local").Should().Be(1);
        _folder.Output.Should().Contain("A critical blocker holds everything");

        Override("zev", "it burns").Should().Be(1);
        _folder.Error.Should().EndWith("vegagate: Not overridden: zev-dev may not; checklists/a.yaml names Kate under `gate.break-glass`.\n");
        Override("kate", "it burns").Should().Be(0);
        _folder.Output.Should().Contain("PASS (overridden)");
    }

    [Theory]
    [InlineData(1, "kate", "kate 7")]
    [InlineData(1, "KATE", "kate 7")]
    [InlineData(1, null, "kate 7")]
    [InlineData(1, "zev", "zev 0, kate 7")]
    [InlineData(2, "zev", "zev 0, kate 7")]
    [InlineData(2, "kate", "kate 0, kate 7")]
    [InlineData(null, "kate", "kate 0, kate 7")]
    [InlineData(2, null, "")]
    [InlineData(null, null, "")]
    public void Who_runs_a_run_again_is_known_by_login_only_also_under_the_login_of_who_started_it(int? attempt, string? again, string speakers) =>
        string.Join(", ", BreakGlass.SpeakersOf(new ActionsEnvironment { ApiUrl = "", ServerUrl = "", Actor = "kate", ActorId = 7, TriggeringActor = again, RunAttempt = attempt }).Select(actor => $"{actor.Login} {actor.Id}")).Should().Be(speakers);

    [Fact]
    public void A_run_of_a_bot_or_of_nobody_has_nobody_who_could_override()
    {
        BreakGlass.SpeakersOf(new ActionsEnvironment { ApiUrl = "", ServerUrl = "" }).Should().BeEmpty();
        BreakGlass.SpeakersOf(new ActionsEnvironment { ApiUrl = "", ServerUrl = "", Actor = "kate", ActorId = 7, TriggeringActor = "github-actions[bot]", RunAttempt = 2 })[0].IsBot.Should().BeTrue();
    }

    [Fact]
    public void A_reason_has_an_end()
    {
        Override("kate", new string('x', 1001)).Should().Be(2);

        _folder.Error.Should().Contain("--reason takes at most 1,000 characters.");
    }

    private int Override(string name, string reason, params string[] more) => _folder.Run(["gate", "--tracker", "local", "--override", $"--reason={reason}", "--as", name, .. more]);

    private string[] Comments() =>
    [
        .. JsonDocument.Parse(_folder.Read(".vegagate/tracker.json")).RootElement.GetProperty("issues").EnumerateArray()
            .SelectMany(issue => issue.GetProperty("timeline").EnumerateArray())
            .Where(entry => entry.TryGetProperty("body", out _)).Select(entry => entry.GetProperty("body").GetString()!)
            .Where(body => body.Contains("verridden", StringComparison.Ordinal)),
    ];
}
