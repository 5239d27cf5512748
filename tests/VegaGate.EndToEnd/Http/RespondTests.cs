using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// What a comment or a change of an issue sets off, and what it does not. The timeline that it is read from is the proxy's own word, no independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class RespondTests : HttpTests
{
    [Fact]
    public async Task A_command_is_answered_once_and_a_label_that_somebody_sets_proves_nothing()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        (await Events.Push(OneStep.Write(repository, "apply")).RunAsync(repository, GitHub)).Ends("success");
        var issue = await GitHub.IssueAsync("small/1.1");

        // Kate owns the other item only.
        var comment = await GitHub.CommentAsync("kate", issue.Number, "/done");
        var said = Events.Comment(issue.Number, comment, "kate");
        (await said.RunAsync(repository, GitHub)).Ends("success");
        (await said.RunAsync(repository, GitHub)).Ends("success");
        (await GitHub.CommentsAsync(issue.Number)).Where(answer => answer.Login == TestSeed.Bot).Should().ContainSingle().Which.Body.Should().Contain("This does not count: ");

        await GitHub.SendAsync(HttpMethod.Put, $"issues/{issue.Number}/labels", TestSeed.Triager, new { labels = new[] { "vegagate", "status:done", "mine" } }, 200);
        (await Events.Issue("labeled", issue.Number, TestSeed.Triager).RunAsync(repository, GitHub)).Ends("success");

        var corrected = await GitHub.IssueAsync("small/1.1");
        corrected.IsOpen.Should().BeTrue();
        corrected.Status.Should().Be("todo");
        corrected.Labels.Should().Contain("mine");
    }

    [Fact]
    public async Task A_comment_on_a_pull_request_is_none_of_ours()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        var comment = Events.Comment(7, 1, "zev");
        comment.Payload["issue"]!["pull_request"] = new JsonObject { ["url"] = "https://api.github.com/repos/acme/widgets/pulls/7" };

        (await comment.RunAsync(repository, GitHub)).Ends("success").Jobs["respond"].Result.Should().Be("skipped");
        // A workflow without that condition comes to the same.
        var report = (await (comment with { Workflow = OneStep.Write(repository, "respond"), Event = "issues" }).RunAsync(repository, GitHub)).Ends("success");

        report.LogText.Should().Contain("nothing to do: a pull request is no item");
        (await GitHub.RequestsOfJobsAsync()).Should().BeEmpty();
    }
}
