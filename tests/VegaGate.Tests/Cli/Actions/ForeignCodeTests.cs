namespace VegaGate.Tests.Cli.Actions;

/// <summary>Events for which a pull request's files may be checked out, beside a token that can write.</summary>
public sealed class ForeignCodeTests
{
    [Theory]
    [InlineData("pull_request_target")]
    [InlineData("workflow_run")]
    [InlineData("pull_request_review")]
    [InlineData("pull_request_review_comment")]
    public void Nothing_is_written_and_nothing_is_decided(string name)
    {
        foreach (var command in new[] { "apply", "respond", "gate", "escalate", "run" })
        {
            using var folder = new ProgramFolder();
            folder.Variables["GITHUB_ACTIONS"] = "true";
            folder.Variables["GITHUB_EVENT_NAME"] = name;

            folder.Run(command).Should().Be(2, command);
            folder.Output.Should().Contain($"does not run on {name}");
        }
    }
}
