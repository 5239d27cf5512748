namespace VegaGate.Tests.Cli;

/// <summary>On a pull request the base branch's configuration decides, and the change's own is only checked.</summary>
public sealed class BaseConfigurationTests : IDisposable
{
    private readonly ProgramFolder _folder = new ProgramFolder().Write("checklists/a.yaml", ProgramFolder.List);

    [Fact]
    public void The_change_can_neither_silence_a_rule_nor_lose_a_stricter_one()
    {
        var sha = Commit("rules: { VG1008: error }\n");
        _folder.Write(".vegagate.yaml", "rules: { VG1008: off }\n");

        Propose(OnPullRequest(sha)).Should().Be(1);
        _folder.Output.Should().Contain("::error ").And.Contain("VG1008").And.NotContain("::notice");

        File.Delete(_folder.Of(".vegagate.yaml"));
        Propose($"{{\"merge_group\":{{\"base_sha\":\"{sha}\"}}}}", "merge_group").Should().Be(1);
    }

    [Fact]
    public void What_the_base_branch_allows_is_allowed()
    {
        var sha = Commit("rules: { VG1008: off }\n");
        File.Delete(_folder.Of(".vegagate.yaml"));

        Propose(OnPullRequest(sha)).Should().Be(0);
        _folder.Output.Should().NotContain("VG1008").And.NotContain("::notice");
    }

    [Fact]
    public void Without_a_file_there_the_defaults_need_no_notice()
    {
        var sha = Commit(null);
        _folder.Write(".vegagate.yaml", "rules: { VG1008: off }\n");

        Propose(OnPullRequest(sha)).Should().Be(0);
        _folder.Output.Should().Contain("VG1008").And.NotContain("::notice");
    }

    [Fact]
    public void A_mistake_in_the_change_is_found_there()
    {
        var sha = Commit("rules: { VG1008: off }\n");
        _folder.Write(".vegagate.yaml", "rules: { VG1008: of }\n");

        Propose(OnPullRequest(sha)).Should().Be(1);
        _folder.Output.Should().Contain("VG8001").And.NotContain("VG1008:");
    }

    [Theory]
    [InlineData("""{"pull_request":{"base":{"sha":"0123456789012345678901234567890123456789"}}}""", "the checkout does not have the base commit 0123456; check out with `fetch-depth: 0`")]
    [InlineData("""{"pull_request":{"base":{"sha":"HEAD"}}}""", "the event names no base commit")]
    [InlineData("""{"pull_request":{"base":{"sha":"--output=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}}}""", "the event names no base commit")]
    [InlineData("{}", "the event names no base commit")]
    public void Where_it_cannot_be_had_the_defaults_decide_and_a_notice_says_so(string payload, string problem)
    {
        Commit("rules: { VG1008: off }\n");

        Propose(payload).Should().Be(0);
        _folder.Output.Should().Contain($"::notice::The defaults stand in for the base branch's configuration: {problem}.").And.Contain("VG1008");
    }

    [Fact]
    public void A_base_that_cannot_be_used_does_not_stop_the_change_that_mends_it()
    {
        var sha = Commit("rulse: {}\n");
        _folder.Write(".vegagate.yaml", "rules: {}\n");

        Propose(OnPullRequest(sha)).Should().Be(0);
        _folder.Output.Should().Contain("The defaults stand in for the base branch's configuration: .vegagate.yaml:1:1: There is no key `rulse`");
    }

    [Fact]
    public void A_program_of_the_change_that_calls_itself_git_is_not_run()
    {
        if (OperatingSystem.IsWindows())
            return;
        var sha = Commit("rules: { VG1008: off }\n");
        _folder.Write("git", "#!/bin/sh\ntouch \"$0.was-run\"\nexit 1\n");
        File.SetUnixFileMode(_folder.Of("git"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _folder.Variables["PATH"] = $":.:{_folder.Variables["PATH"]}";

        Propose(OnPullRequest(sha)).Should().Be(0);

        File.Exists(_folder.Of("git.was-run")).Should().BeFalse();
        _folder.Output.Should().NotContain("VG1008");
    }

    [Fact]
    public void The_other_commands_follow_it_as_well()
    {
        var sha = Commit("rules: { VG1008: error }\ntracker: local\n");
        _folder.Write(".vegagate.yaml", "{}\n");

        Propose(OnPullRequest(sha), "pull_request", "plan").Should().Be(1);
        _folder.Output.Should().Contain("VG1008");
    }

    public void Dispose() => _folder.Dispose();

    private static string OnPullRequest(string sha) => $"{{\"pull_request\":{{\"base\":{{\"sha\":\"{sha}\"}}}}}}";

    private string Commit(string? configuration)
    {
        if (configuration is not null)
            _folder.Write(".vegagate.yaml", configuration);
        _folder.Git("init", "-q");
        _folder.Git("add", "--all");
        _folder.Git("commit", "-q", "-m", "base");
        return _folder.Git("rev-parse", "HEAD");
    }

    private int Propose(string payload, string eventName = "pull_request", string command = "validate")
    {
        _folder.Write(".git/event.json", payload);
        _folder.Variables["GITHUB_ACTIONS"] = "true";
        _folder.Variables["GITHUB_EVENT_NAME"] = eventName;
        _folder.Variables["GITHUB_EVENT_PATH"] = _folder.Of(".git/event.json");
        return _folder.Run(command, "checklists");
    }
}
