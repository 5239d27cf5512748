namespace VegaGate.EndToEnd.Http;

/// <summary>A release is made of commits that are in the default or a protected branch, and of nothing else.</summary>
public sealed class ProtectedBranchTests : HttpTests
{
    [Fact]
    public async Task A_tag_on_a_side_branch_holds()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        (await Events.Push().RunAsync(repository, GitHub)).Ends("success");
        foreach (var (issue, owner) in (await GitHub.IssuesAsync()).Zip(["zev", "kate"]))
            await GitHub.CommentAsync(owner, issue.Number, "/done");
        var tag = Events.Tag("v1.0.0") with { Workflow = OneStep.Write(repository, "gate") };
        (await tag.RunAsync(repository, GitHub)).Ends("success").Step().Outputs.Should().Contain("decision", "pass");

        await repository.BranchAsync("side");
        await repository.Write("more.txt", "more").CommitAsync();

        var report = (await tag.RunAsync(repository, GitHub)).Ends("failure");
        report.Step().Outputs.Should().Contain("decision", "hold").And.Contain("reason-code", "commit-not-protected");
        report.SummaryOf(OneStep.Job, OneStep.Name).Should().Contain("* `commit-not-protected`: ");
    }
}
