using System.Text.RegularExpressions;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>Two processes on one tracker.</summary>
public sealed class ConcurrentApplyTests
{
    [Fact]
    public async Task Two_that_begin_with_nothing_make_each_issue_once()
    {
        using var workspace = Workspace.WithRepositoryChecklists();

        await ApplyTwiceAtOnceAsync(workspace);

        workspace.Tracker.Identities.Should().HaveCount(102).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Two_that_find_all_labels_made_make_each_issue_once()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        (await workspace.RunAsync("apply")).Exits(0);
        foreach (var list in new[] { Story.GoLive, Story.Protocol })
            workspace.Write(list, workspace.Read(list).Replace("\nchecklist: v", "\nchecklist: w", StringComparison.Ordinal));

        await ApplyTwiceAtOnceAsync(workspace);

        workspace.Tracker.Identities.Should().HaveCount(204).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task People_who_speak_at_once_are_all_heard()
    {
        using var story = await Story.BeginAsync(Story.GoLive);
        string[] ids = ["2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "3.5", "4.3"];

        foreach (var run in await Task.WhenAll(ids.Select(id => story.SayAsync(id, "/done", "zev"))))
            run.Exits(0);

        story.Workspace.Tracker.Issues.Where(issue => !issue.IsOpen).Select(issue => issue.Identity).Should().BeEquivalentTo(ids.Select(id => $"vega77-go-live/{id}"));
    }

    [Fact]
    public async Task Of_several_that_escalate_at_once_one_calls()
    {
        using var story = await Story.BeginAsync(Story.Protocol);
        (await story.SayAsync("1.1", "/block Production outages critical: the host is gone", "kilo-1")).Exits(0);

        var told = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => story.Workspace.RunAsync("escalate", Story.Protocol, "--format", "json")));

        told.Select(run => run.Exits(0).Output.Trim()).Count(output => output != "[]").Should().Be(1);
        story.Workspace.Tracker.Find("vauntico-deployment/1.1").Labels.Should().Contain("escalation:1");
        Regex.Count(story.Workspace.Read(".vegagate/tracker.json"), "vegagate escalation=", RegexOptions.NonBacktracking).Should().Be(1);
    }

    private static async Task ApplyTwiceAtOnceAsync(Workspace workspace)
    {
        foreach (var run in await Task.WhenAll(workspace.RunAsync("apply"), workspace.RunAsync("apply")))
            run.Exits(0).Error.Should().BeEmpty();
        (await workspace.RunAsync("plan")).Exits(0).Output.Should().Contain("plan: nothing changed");
    }
}
