using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>What <c>init</c> writes into an empty repository, run by the local runner.</summary>
public sealed class InitTests : HttpTests
{
    [Fact]
    public async Task From_an_empty_repository_to_a_release_that_goes_when_its_owner_has_signed_off()
    {
        using var repository = await TestRepository.CreateEmptyAsync(GitHub);
        (await VegaGateProgram.RunAsync(repository.Folder, VegaGateProgram.NoVariables, ["init", "--action", "./", "--owner", "zev"])).Exits(0);
        await repository.CommitAsync();

        (await Events.Push().RunAsync(repository, GitHub)).Ends("success");
        (await GitHub.ItemsAsync()).Select(issue => issue.Identity).Should().BeEquivalentTo("release/1.1", "release/1.2", "release/2.1");
        var pullRequest = (await Events.PullRequest().RunAsync(repository, GitHub)).Ends("success");
        pullRequest.StepOf("check", "Report the gate").Outputs.Should().Contain("decision", "hold");
        var tag = Events.Tag("v1.0.0") with { Workflow = "release-gate.yml" };
        var held = (await tag.RunAsync(repository, GitHub)).Ends("failure");
        held.StepOf("gate", "May it go?").Outputs.Should().Contain("decision", "hold").And.Contain("reason-code", "open");
        held.StepOf("gate", "Keep the evidence").Outcome.Should().Be("success");
        held.Jobs["release"].Result.Should().Be("skipped");

        foreach (var id in new[] { "release/1.1", "release/1.2" })
        {
            var number = (await GitHub.IssueAsync(id)).Number;
            var comment = await GitHub.CommentAsync("zev", number, "/done");
            (await Events.Comment(number, comment, "zev").RunAsync(repository, GitHub)).Ends("success");
        }

        (await tag.RunAsync(repository, GitHub)).Ends("success").Jobs["release"].Result.Should().Be("success");
    }
}
