using VegaGate.Checklists;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Tests.Sync;

public sealed class SyncConflictsTests
{
    private static readonly Actor Ours = new("vegagate[bot]", 1, IsBot: true);
    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static Checklist ListOf(string title, string pass = "P.") => ValidList.Of("{}", $"{{ id: x, title: {title}, owners: zev, pass: {pass} }}");

    [Fact]
    public void What_only_the_file_changed_is_none() => FieldsOf(ListOf("Old"), ListOf("New"), issue => issue).Should().BeNull();

    [Fact]
    public void What_only_the_issue_changed_is_none() => FieldsOf(ListOf("Old"), ListOf("Old"), issue => issue with { Title = "Else" }).Should().BeNull();

    [Fact]
    public void What_both_changed_to_one_value_is_none() => FieldsOf(ListOf("Old"), ListOf("New"), issue => issue with { Title = DesiredIssues.Of(ListOf("New"), null)[0].Title }).Should().BeNull();

    [Fact]
    public void A_title_that_both_changed_is_one() => FieldsOf(ListOf("Old"), ListOf("New"), issue => issue with { Title = "Else" }).Should().Equal("title");

    [Fact]
    public void A_managed_block_that_both_changed_is_one() =>
        FieldsOf(ListOf("T"), ListOf("T", "Q."), issue => issue with { Body = issue.Body.Replace("P.", "Somebody else's.", StringComparison.Ordinal) }).Should().Equal("body");

    [Fact]
    public void Text_that_people_add_is_none() => FieldsOf(ListOf("T"), ListOf("T", "Q."), issue => issue with { Body = issue.Body + "\nMore." }).Should().BeNull();

    /// <summary>The fields of the one item in conflict; null where there is none.</summary>
    private static string[]? FieldsOf(Checklist before, Checklist now, Func<TrackedIssue, TrackedIssue> change)
    {
        var synced = DesiredIssues.Of(before, null)[0];
        var marker = new IssueMarker(synced.Id.ToString(), synced.Fingerprint, null, "todo", new MarkerBaseline(Fingerprints.Of(synced.Title), Fingerprints.Of(synced.Block), Fingerprints.Of(synced.Assignees), Fingerprints.Of("")));
        var issue = new TrackedIssue { Number = 1, Title = synced.Title, Body = IssueBody.New(synced.Block).Compose(marker), IsOpen = true, Author = Ours, CreatedAt = At, UpdatedAt = At, Labels = ["vegagate"] };
        var conflicts = SyncConflicts.Find(now, null, IssueIndex.Build([change(issue)], [Ours.Login]));
        return conflicts.TryGetValue(synced.Id, out var fields) ? [.. fields] : null;
    }
}
