using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Tests.Sync;

public sealed class LabelRenameTests : IDisposable
{
    private readonly SyncScene _scene = new();

    private static Checklist Before { get; } = List("kate: { name: Kate, github: kate }", "kate");

    private static Checklist Renamed { get; } = List("katherine: { name: Kate, github: kate, was: [kate] }", "katherine");

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task The_label_of_an_owner_who_was_renamed_is_renamed_and_no_issue_is_written()
    {
        await _scene.SyncAsync(Before);
        var issues = await _scene.AllAsync();

        var plan = await _scene.SyncAsync(Renamed);

        plan.Changes.Should().BeEmpty();
        var rename = plan.Renames.Should().ContainSingle().Which;
        (rename.From, rename.To, rename.Bearers.Length).Should().Be(("owner:kate", "owner:katherine", 2));
        (await _scene.Tracker.ListLabelsAsync(SyncScene.Never)).Should().Contain(LabelNames.Describe("owner:katherine")).And.NotContain(label => label.Name == "owner:kate");
        (await _scene.AllAsync()).Select(issue => (issue.Number, issue.Body, issue.UpdatedAt, issue.Labels.Contains("owner:katherine", StringComparer.Ordinal)))
            .Should().Equal(issues.Select(issue => (issue.Number, issue.Body, issue.UpdatedAt, issue.Labels.Contains("owner:kate", StringComparer.Ordinal))));
        (await _scene.PlanAsync(Renamed)).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task Where_the_new_label_is_there_already_each_issue_is_relabelled()
    {
        await _scene.SyncAsync(Before);
        await _scene.Tracker.CreateLabelAsync(new TrackerLabel("Owner:Katherine", "123456", "Made by hand"), SyncScene.Never);

        (await _scene.SyncAsync(Renamed)).Renames.Should().ContainSingle();

        (await _scene.AllAsync()).Count(issue => issue.Labels.Contains("owner:katherine", StringComparer.OrdinalIgnoreCase)).Should().Be(2);
        (await _scene.AllAsync()).Should().NotContain(issue => issue.Labels.Contains("owner:kate", StringComparer.Ordinal));
        (await _scene.Tracker.ListLabelsAsync(SyncScene.Never)).Should().Contain(new TrackerLabel("Owner:Katherine", "123456", "Made by hand"), "what is there is not touched");
        (await _scene.PlanAsync(Renamed)).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public async Task A_former_name_that_somebody_has_now_renames_nothing()
    {
        await _scene.SyncAsync(Before);
        var swapped = List("katherine: { name: Kate, github: kate, was: [kate] }\n  kate: { name: Another Kate, github: kate2 }", "katherine", "kate");

        (await _scene.SyncAsync(swapped)).Renames.Should().BeEmpty();

        (await _scene.IssueAsync(1)).Labels.Should().Contain("owner:katherine");
        (await _scene.IssueAsync(2)).Labels.Should().Contain("owner:kate");
    }

    [Fact]
    public async Task A_label_that_another_list_still_has_is_not_renamed()
    {
        await _scene.SyncAsync(Before);
        await _scene.SyncAsync(List("kate: { name: Kate, github: kate }", "kate", name: "other"));

        (await _scene.SyncAsync(Renamed)).Renames.Should().BeEmpty();

        (await _scene.AllAsync()).Count(issue => issue.Labels.Contains("owner:kate", StringComparer.Ordinal)).Should().Be(2, "those of the other list");
        (await _scene.AllAsync()).Count(issue => issue.Labels.Contains("owner:katherine", StringComparer.Ordinal)).Should().Be(2);
    }

    [Fact]
    public async Task The_label_of_a_list_that_was_renamed_is_renamed()
    {
        await _scene.SyncAsync(Before);
        var plan = await _scene.SyncAsync(List("kate: { name: Kate, github: kate }", "kate", name: "launch", more: "was: [list]\n"));

        plan.Renames.Select(rename => (rename.From, rename.To)).Should().Equal(("checklist:list", "checklist:launch"));
        (await _scene.AllAsync()).Should().HaveCount(3).And.OnlyContain(issue => issue.Labels.Contains("checklist:launch", StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_who_claim_one_former_name_rename_nothing()
    {
        await _scene.SyncAsync(Before);
        var claimed = List("a: { github: a, was: kate }\n  b: { github: b, was: kate }", "a", "b");

        (await _scene.SyncAsync(claimed)).Renames.Should().BeEmpty();
    }

    private static Checklist List(string people, string owner, string? second = null, string name = "list", string more = "") => ValidList.Parse(
        $"checklist: {name}\ntitle: t\n{more}people:\n  {people}\nsections: [{{ id: s, title: s, items: [{{ id: x, title: t, owners: {owner} }}, {{ id: y, title: u, owners: {second ?? owner} }}] }}]\n");
}
