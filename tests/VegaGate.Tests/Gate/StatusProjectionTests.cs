using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Tests.Sync;
using VegaGate.Tracking;
using static VegaGate.Tests.Sync.SyncScene;

namespace VegaGate.Tests.Gate;

public sealed class StatusProjectionTests : IDisposable
{
    private static readonly Checklist List = ValidList.Of("{}", "{ id: x, title: t, owners: zev }");

    private readonly SyncScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Shows_nothing_anew_where_the_issue_shows_it()
    {
        await _scene.SyncAsync(List);
        (await ProjectAsync()).Should().BeNull();
    }

    [Theory]
    [InlineData("/start", "in-progress", true)]
    [InlineData("/block it fails", "blocked", true)]
    [InlineData("/done", "done", false)]
    public async Task Shows_the_state_by_one_label_and_by_open_or_closed(string text, string word, bool isOpen)
    {
        await _scene.SyncAsync(List);
        await _scene.EditAsync(1, issue => new IssueUpdate { Labels = [.. issue.Labels, "bug", "Status:Later"], Body = issue.Body + "\r\nmine\r\n" });
        var before = await _scene.IssueAsync(1);
        await _scene.SayAsync(1, text);
        await _scene.Tracker.UpdateIssueAsync(1, (await ProjectAsync())!, Never);

        var issue = await _scene.IssueAsync(1);
        issue.Labels.Where(LabelNames.IsStatus).Should().Equal("status:" + word);
        issue.Labels.Should().Contain("bug");
        (issue.IsOpen, issue.ClosedAs).Should().Be((isOpen, isOpen ? null : CloseReason.Completed));
        IssueMarker.Read(issue.Body).Should().Be(IssueMarker.Read(before.Body)! with { Status = word });
        IssueMarker.Strip(issue.Body).Should().Be(IssueMarker.Strip(before.Body), "nothing else of the body changes");
        (await ProjectAsync()).Should().BeNull("what is shown needs no showing");
        (await _scene.PlanAsync(List)).IsEmpty.Should().BeTrue("sync and projection agree");
    }

    [Fact]
    public async Task What_people_set_without_authority_is_corrected()
    {
        await _scene.SyncAsync(List);
        await _scene.EditAsync(1, issue => new IssueUpdate { IsOpen = false, Labels = [.. issue.Labels, "status:done"] }, GateScene.Person("mallory"));
        await _scene.Tracker.UpdateIssueAsync(1, (await ProjectAsync())!, Never);

        var issue = await _scene.IssueAsync(1);
        issue.IsOpen.Should().BeTrue();
        issue.Labels.Should().Contain("status:todo").And.NotContain("status:done");
    }

    private async Task<IssueUpdate?> ProjectAsync()
    {
        var marked = IssueIndex.Build(await _scene.AllAsync(), Identities).Find("list/x")!;
        return StatusProjection.Of(new IssueFacts(marked, await _scene.Tracker.ReadTimelineAsync(1, Never)), await _scene.StateAsync(List, "x"));
    }
}
