namespace VegaGate.EndToEnd.Http;

/// <summary>A token that may not write. That GitHub refuses it so is the proxy's own word, no independent witness.</summary>
[Trait("Witness", "own word")]
public sealed class TokenTests : HttpTests
{
    private const string Token = "ghp_a_token_that_only_reads";

    [Fact]
    public async Task A_missing_permission_is_named_once_and_the_token_never()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        var push = Events.Push(OneStep.Write(repository, "apply", $", token: {Token}"));
        await GitHub.RegisterTokenAsync(
            Token,
            new { login = TestSeed.Bot, type = "Bot", permissions = new { contents = "read", issues = "read" }, repository = TestSeed.Repository });

        var report = (await push.RunAsync(repository, GitHub)).Ends("failure");

        report.ExitCode().Should().Be(3);
        report.Annotations.Where(annotation => !annotation.Message.StartsWith("Process completed", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Message.Should().Contain("`issues: write`").And.Contain("permissions");
        report.LogText.Should().NotContain("   at ").And.NotContain("Exception");
        // The runner knows nothing of this token and hides nothing, so what is not there was never printed.
        report.Text.Should().NotContain(Token);
        (await GitHub.IssuesAsync()).Should().BeEmpty();
    }
}
