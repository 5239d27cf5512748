using System.Text;
using VegaGate.Tracking;
using static VegaGate.Tests.Cli.LocalTracker.TrackerFolder;

namespace VegaGate.Tests.Cli.LocalTracker;

public sealed class HostileTextTests : IDisposable
{
    private readonly TrackerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nul \0, bell \a, escape \u001b[31m, delete \u007f")]
    [InlineData("\r\n\r \u2028 \u2029 \u0085 \ufeff \u200f \u202e")]
    [InlineData("\"quotes\" \\ / </script> <!-- --> ${{ secrets }} ::error:: ##[group]")]
    [InlineData("{\"version\":9}")]
    [InlineData("e\u0301 is not \u00e9")]
    [InlineData("🔑 \U0010ffff \uffff \ufffe \ufdd0")]
    public async Task Gives_hostile_text_back_unchanged(string text)
    {
        var tracker = _folder.Open();
        await tracker.CreateLabelAsync(new TrackerLabel($"l{text[..3]}", "ffffff", text), Never);
        await tracker.EnsureMilestoneAsync(text, Never);
        var issue = await tracker.CreateIssueAsync(
            new IssueDraft { Title = text, Body = text, Labels = [$"l{text[..3]}"], Assignees = [text], Milestone = text }, Never);
        var comment = await tracker.ActAs(new Actor(text, 1, IsBot: false)).AddCommentAsync(1, text, Never);

        var reopened = _folder.Open();
        (await reopened.FindIssueAsync(1, Never)).Should().BeEquivalentTo(issue with { UpdatedAt = comment.At });
        (issue.Title, issue.Body, issue.Milestone, issue.Assignees[0]).Should().Be((text, text, text, text));
        (await reopened.ReadTimelineAsync(1, Never)).Should().Equal(new Commented(new Actor(text, 1, IsBot: false), comment.At, 1, text, IsEdited: false));
        (await reopened.ListLabelsAsync(Never)).Should().Equal(new TrackerLabel($"l{text[..3]}", "ffffff", text));
    }

    [Fact]
    public async Task Every_character_of_the_first_plane_survives()
    {
        var all = string.Concat(Enumerable.Range(0, 0x10000).Where(Rune.IsValid).Select(code => new Rune(code).ToString()));
        await _folder.Open().CreateIssueAsync(Draft("all") with { Body = all }, Never);
        (await _folder.Open().FindIssueAsync(1, Never))!.Body.Should().Be(all);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_becomes_the_replacement_character_at_once()
    {
        var tracker = _folder.Open();
        var issue = await tracker.CreateIssueAsync(Draft("a\ud83db", "l\udd11") with { Body = "\ud83d\ud83d\udd11" }, Never);
        (issue.Title, issue.Body, issue.Labels[0]).Should().Be(("a\ufffdb", "\ufffd🔑", "l\ufffd"));
        (await _folder.Open().FindIssueAsync(1, Never)).Should().BeEquivalentTo(issue);

        var comment = await tracker.ActAs(new Actor("z\ud800", 1, IsBot: false)).AddCommentAsync(1, "\udfff", Never);
        (await _folder.Open().ReadTimelineAsync(1, Never)).Should().Equal(comment);
        (await tracker.UpdateIssueAsync(1, new IssueUpdate { Labels = ["l\ud800"] }, Never)).Labels.Should().Equal("l\ufffd");
    }
}
