namespace VegaGate.EndToEnd.Http;

/// <summary>A plan that is saved, looked at, and written later.</summary>
public sealed class SavedPlanTests : HttpTests
{
    [Fact]
    public async Task A_saved_plan_is_written_as_it_is_or_refused()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("saved", [("a", "One."), ("b", "Two.")]);
        (await syncs.RunAsync("plan", "--out", "plan.json")).Exits(0);
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);
        (await syncs.RunAsync("plan", "--format", "json")).Exits(0).Output.Should().Be(syncs.Workspace.Read("plan.json"));

        (await syncs.RunAsync("apply", "plan.json")).Exits(0);
        (await GitHub.IssuesAsync()).Select(issue => issue.Identity).Should().BeEquivalentTo("saved/a", "saved/b", "saved/#tracking");

        await GitHub.ResetAsync();
        (await syncs.RunAsync("apply", "plan.json")).IsRefused("the saved plan is stale: files or issues have changed since, and nothing was written. Make it anew with plan --out.");
        syncs.Workspace.Write("other.json", "{}");
        (await syncs.RunAsync("apply", "other.json")).IsRefused("other.json is no plan that `vegagate plan --out` has saved.");
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);
    }
}
