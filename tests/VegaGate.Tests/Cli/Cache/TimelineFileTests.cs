using System.Collections.Immutable;
using VegaGate.Cli.Cache;
using VegaGate.Tracking;

namespace VegaGate.Tests.Cli.Cache;

public sealed class TimelineFileTests : IDisposable
{
    private const string Repository = "GitHub acme/widgets";

    private static readonly DateTimeOffset Then = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Zev = new("zev", 7, IsBot: false);

    private static readonly ImmutableArray<TimelineEvent> Timeline =
    [
        new Commented(Zev, Then, 12, "/done \"x\"\n🔑", IsEdited: false) { Url = "https://github.com/a/b/issues/1#c", ByApp = true, IsAcknowledged = true },
        new Commented(null, Then, 13, "", IsEdited: true),
        new Closed(new Actor("helper[bot]", 8, IsBot: true), Then, CloseReason.Duplicate, "c0ffee1", ByApp: true) { Url = "https://github.com/a/b/issues/1#e" },
        new Closed(Zev, Then, CloseReason.Completed, null, ByApp: false),
        new Closed(null, Then, null, null, ByApp: false),
        new Reopened(Zev, Then, ByApp: true) { Url = "u" },
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("vegagate-").FullName;

    private string Path => System.IO.Path.Combine(_folder, ".vegagate", "cache", "timelines.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_kept_is_found_again_until_the_issue_changes()
    {
        Keep(Issue(1), Timeline);

        var file = TimelineFile.Open(Path, Repository);
        file.Find(Issue(1))!.Value.Should().Equal(Timeline);
        file.Find(Issue(1) with { UpdatedAt = Then.AddSeconds(1) }).Should().BeNull();
        file.Find(Issue(2)).Should().BeNull();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1.9, false)]
    [InlineData(2, true)]
    public void What_was_read_within_two_seconds_of_the_change_is_not_kept(double seconds, bool isKept)
    {
        Keep(Issue(1), Timeline, Then.AddSeconds(seconds));

        (TimelineFile.Open(Path, Repository).Find(Issue(1)) is not null).Should().Be(isKept);
    }

    [Fact]
    public void What_was_not_asked_for_is_forgotten()
    {
        Keep(Issue(1), Timeline);
        var file = TimelineFile.Open(Path, Repository);
        file.Keep(Issue(2), Then.AddHours(1), []);
        file.Save();

        var next = TimelineFile.Open(Path, Repository);
        next.Find(Issue(1)).Should().BeNull();
        next.Find(Issue(2))!.Value.Should().BeEmpty();
    }

    [Fact]
    public void The_file_of_another_repository_holds_nothing()
    {
        Keep(Issue(1), Timeline);

        TimelineFile.Open(Path, "GitHub acme/gadgets").Find(Issue(1)).Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\u0000\u0001")]
    [InlineData("{}")]
    [InlineData("""{"Format":1}""")]
    [InlineData("""{"Format":1,"Repository":"GitHub acme/widgets","Issues":null}""")]
    [InlineData("""{"Format":1,"Repository":"GitHub acme/widgets","Issues":[null]}""")]
    [InlineData("""{"Format":1,"Repository":"GitHub acme/widgets","Issues":[{"Number":1,"UpdatedAt":"2026-03-01T09:00:00+00:00"}]}""")]
    [InlineData("""{"Format":1,"Repository":"GitHub acme/widgets","Issues":[{"Number":1,"UpdatedAt":"2026-03-01T09:00:00+00:00","Events":[null]}]}""")]
    [InlineData("""{"Format":1,"Repository":"GitHub acme/widgets","Issues":[{"Number":1,"UpdatedAt":"yesterday","Events":[]}]}""")]
    [InlineData("""{"Format":1,"Repository":"GitHub acme/widgets","Issues":[{"Number":"one","UpdatedAt":"2026-03-01T09:00:00+00:00","Events":[]}]}""")]
    [InlineData("""{"Format":2,"Repository":"GitHub acme/widgets","Issues":[{"Number":1,"UpdatedAt":"2026-03-01T09:00:00+00:00","Events":[]}]}""")]
    [InlineData("""{"Format":1,"Repository":"GitHub acme/widgets","Issues":[{"Number":1,"UpdatedAt":"2026-03-01T09:00:00+00:00","Events":[{"Kind":"Signed"}]}]}""")]
    [InlineData("""{"Format":1,"Repository":"GitHub acme/widgets","Issues":[{"Number":1,"UpdatedAt":"2026-03-01T09:00:00+00:00","Events":[{"Kind":"Closed","Reason":99}]}]}""")]
    public void A_damaged_file_holds_nothing_and_is_written_anew(string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, text);
        var file = TimelineFile.Open(Path, Repository);

        file.Find(Issue(1)).Should().BeNull();

        file.Keep(Issue(1), Then.AddHours(1), Timeline);
        file.Save();
        TimelineFile.Open(Path, Repository).Find(Issue(1))!.Value.Should().Equal(Timeline);
    }

    [Fact]
    public void Of_two_entries_for_an_issue_one_counts()
    {
        Keep(Issue(1), Timeline);
        File.WriteAllText(Path, File.ReadAllText(Path).Replace("\"Issues\":[", "\"Issues\":[{\"Number\":1,\"UpdatedAt\":\"2020-01-01T00:00:00+00:00\",\"Events\":[]},", StringComparison.Ordinal));

        TimelineFile.Open(Path, Repository).Find(Issue(1)).Should().BeNull();
    }

    [Fact]
    public void Where_nothing_can_be_written_nothing_is_kept()
    {
        File.WriteAllText(System.IO.Path.Combine(_folder, ".vegagate"), "a file in the way");

        FluentActions.Invoking(() => Keep(Issue(1), Timeline)).Should().NotThrow();
        TimelineFile.Open(Path, Repository).Find(Issue(1)).Should().BeNull();
    }

    [Fact]
    public void A_folder_or_a_link_in_its_place_is_not_read()
    {
        Keep(Issue(1), Timeline);
        var elsewhere = System.IO.Path.Combine(_folder, "elsewhere.json");
        File.Move(Path, elsewhere);
        File.CreateSymbolicLink(Path, elsewhere);
        TimelineFile.Open(Path, Repository).Find(Issue(1)).Should().BeNull();

        File.Delete(Path);
        Directory.CreateDirectory(Path);
        var file = TimelineFile.Open(Path, Repository);
        file.Find(Issue(1)).Should().BeNull();
        FluentActions.Invoking(file.Save).Should().NotThrow();
    }

    private static TrackedIssue Issue(int number) => new() { Number = number, Title = "t", Body = "", IsOpen = true, Author = Zev, CreatedAt = Then, UpdatedAt = Then };

    private void Keep(TrackedIssue issue, ImmutableArray<TimelineEvent> timeline, DateTimeOffset? readAt = null)
    {
        var file = TimelineFile.Open(Path, Repository);
        file.Keep(issue, readAt ?? Then.AddHours(1), timeline);
        file.Save();
    }
}
