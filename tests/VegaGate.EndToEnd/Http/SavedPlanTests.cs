namespace VegaGate.EndToEnd.Http;

/// <summary>A plan that is saved, looked at, and written later.</summary>
public sealed class SavedPlanTests : HttpTests
{
    [Fact]
    public async Task The_action_saves_a_plan_writes_it_and_takes_over_what_is_gone()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        repository.Write(".github/workflows/saved.yml", """
            on: [push]
            jobs:
              saved:
                runs-on: ubuntu-24.04
                permissions: { contents: read, issues: write }
                steps:
                  - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8
                  - { name: Plan, uses: ./, with: { command: plan, plan-file: saved plan.json, format: markdown } }
                  - { name: Apply, uses: ./, with: { command: apply, plan-file: saved plan.json } }
                  - { name: Stale, uses: ./, continue-on-error: true, with: { command: apply, plan-file: saved plan.json } }

            """);
        repository.Write(".github/workflows/adopt.yml", """
            on: [push]
            jobs:
              adopt:
                runs-on: ubuntu-24.04
                permissions: { contents: read, issues: write }
                steps:
                  - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8
                  - { name: Without, uses: ./, with: { command: apply, adopt: false } }
                  - { name: Shown, uses: ./, with: { command: apply, adopt: true, dry-run: true } }
                  - { name: Adopt, uses: ./, with: { command: apply, adopt: true } }

            """);

        var report = (await Events.Push("saved.yml").RunAsync(repository, GitHub)).Ends("success");

        report.LogText.Should().Contain("# Plan: 3 to create").And.Contain("  3 of 3 written");
        report.Annotations[0].Message.Should().StartWith("the saved plan is stale");
        (await GitHub.IssuesAsync()).Should().HaveCount(3);

        await GitHub.DeleteAsync((await GitHub.IssueAsync("small/1.1")).Number);
        report = (await Events.Push("adopt.yml").RunAsync(repository, GitHub)).Ends("success");
        report.LogText.Split("plan: 1 to conflict").Should().HaveCount(2, "once without");
        report.LogText.Split("plan: 1 to create").Should().HaveCount(3, "once shown, and once written");
        (await GitHub.IssuesAsync()).Select(issue => issue.Identity).Should().BeEquivalentTo("small/1.1", "small/1.2", "small/#tracking");
    }

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
