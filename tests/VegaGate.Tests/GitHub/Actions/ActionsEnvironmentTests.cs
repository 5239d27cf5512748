using VegaGate.GitHub.Actions;

namespace VegaGate.Tests.GitHub.Actions;

public sealed class ActionsEnvironmentTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("false")]
    public void Outside_Actions_there_is_none(string? value) =>
        ActionsEnvironment.Read(name => name is "GITHUB_ACTIONS" ? value : "x").Should().BeNull();

    [Fact]
    public void Every_variable_is_read()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_REPOSITORY"] = "acme/widgets",
            ["GITHUB_API_URL"] = "https://ghe.example/api/v3",
            ["GITHUB_SERVER_URL"] = "https://ghe.example/",
            ["GITHUB_EVENT_NAME"] = "push",
            ["GITHUB_EVENT_PATH"] = "/e.json",
            ["GITHUB_SHA"] = "abc",
            ["GITHUB_REF"] = "refs/heads/main",
            ["GITHUB_BASE_REF"] = "",
            ["GITHUB_HEAD_REF"] = " ",
            ["GITHUB_ACTOR"] = "zev",
            ["GITHUB_WORKFLOW"] = "Gate",
            ["GITHUB_JOB"] = "gate",
            ["GITHUB_WORKSPACE"] = "/w",
            ["GITHUB_STEP_SUMMARY"] = "/s",
            ["GITHUB_OUTPUT"] = "/o",
            ["GITHUB_RUN_ID"] = "1658821493",
            ["GITHUB_RUN_ATTEMPT"] = "2",
        };

        var environment = ActionsEnvironment.Read(variables.GetValueOrDefault);

        environment.Should().Be(new ActionsEnvironment
        {
            Repository = "acme/widgets",
            ApiUrl = "https://ghe.example/api/v3",
            ServerUrl = "https://ghe.example",
            EventName = "push",
            EventPath = "/e.json",
            Sha = "abc",
            Ref = "refs/heads/main",
            Actor = "zev",
            Workflow = "Gate",
            Job = "gate",
            Workspace = "/w",
            SummaryPath = "/s",
            OutputPath = "/o",
            RunId = 1658821493,
            RunAttempt = 2,
        });
        environment!.RunUrl.Should().Be("https://ghe.example/acme/widgets/actions/runs/1658821493");
    }

    [Fact]
    public void What_is_missing_has_a_default_or_is_null()
    {
        var environment = ActionsEnvironment.Read(name => name switch { "GITHUB_ACTIONS" => "true", "GITHUB_RUN_ID" => "many", _ => null });

        environment.Should().Be(new ActionsEnvironment { ApiUrl = "https://api.github.com", ServerUrl = "https://github.com" });
        environment!.RunUrl.Should().BeNull();
    }
}
