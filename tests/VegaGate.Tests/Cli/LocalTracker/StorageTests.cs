using System.Globalization;
using VegaGate.Cli.LocalTracker;
using VegaGate.Tracking;
using static VegaGate.Tests.Cli.LocalTracker.TrackerFolder;

namespace VegaGate.Tests.Cli.LocalTracker;

public sealed class StorageTests : IDisposable
{
    private const string Whole = """{"version":1,"last_number":0,"last_comment_id":0,"labels":[],"milestones":[],"issues":[]}""";

    private readonly TrackerFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Writes_a_file_that_a_person_can_read()
    {
        var tracker = _folder.Open();
        await tracker.EnsureMilestoneAsync("1.0", Never);
        await tracker.CreateIssueAsync(
            new IssueDraft { Title = "Schlüssel \"neu\" 🔑", Body = "<!-- vegagate -->\nA & B", Labels = ["vegagate"], Assignees = ["zev"], Milestone = "1.0" }, Never);
        var zev = tracker.ActAs(new Actor("zev", 7, IsBot: false));
        await zev.AddCommentAsync(1, "/done", Never);
        await zev.UpdateIssueAsync(1, new IssueUpdate { IsOpen = false, CloseAs = CloseReason.NotPlanned }, Never);

        (await File.ReadAllTextAsync(_folder.File)).Should().Be(
            """
            {
              "version": 1,
              "last_number": 1,
              "last_comment_id": 1,
              "labels": [
                {
                  "name": "vegagate",
                  "color": "ededed",
                  "description": ""
                }
              ],
              "milestones": [
                "1.0"
              ],
              "issues": [
                {
                  "number": 1,
                  "title": "Schlüssel \"neu\" \uD83D\uDD11",
                  "body": "<!-- vegagate -->\nA & B",
                  "state": "closed",
                  "state_reason": "not_planned",
                  "labels": [
                    "vegagate"
                  ],
                  "assignees": [
                    "zev"
                  ],
                  "milestone": "1.0",
                  "user": {
                    "login": "vegagate[bot]",
                    "id": 0,
                    "type": "Bot"
                  },
                  "created_at": "2026-03-01T09:00:00Z",
                  "updated_at": "2026-03-01T09:00:00Z",
                  "timeline": [
                    {
                      "event": "commented",
                      "actor": {
                        "login": "zev",
                        "id": 7,
                        "type": "User"
                      },
                      "created_at": "2026-03-01T09:00:00Z",
                      "id": 1,
                      "body": "/done"
                    },
                    {
                      "event": "closed",
                      "actor": {
                        "login": "zev",
                        "id": 7,
                        "type": "User"
                      },
                      "created_at": "2026-03-01T09:00:00Z",
                      "state_reason": "not_planned"
                    }
                  ]
                }
              ]
            }

            """);
    }

    [Fact]
    public async Task Hides_its_own_folder_from_Git_and_no_other()
    {
        await _folder.Open().EnsureMilestoneAsync("1.0", Never);
        (await File.ReadAllTextAsync(Path.Combine(_folder.Folder, ".gitignore"))).Should().Be("*\n");
        Directory.GetFiles(_folder.Folder).Select(Path.GetFileName).Should().BeEquivalentTo(".gitignore", "tracker.json", "tracker.lock");

        await At("made-for-it/one.json").EnsureMilestoneAsync("1.0", Never);
        File.Exists(Path.Combine(_folder.Root, "made-for-it", ".gitignore")).Should().BeTrue();

        await At("one.json").EnsureMilestoneAsync("1.0", Never);
        File.Exists(Path.Combine(_folder.Root, ".gitignore")).Should().BeFalse();

        EmbeddedTracker At(string path) => EmbeddedTracker.Open(path, _folder.Time, EmbeddedTracker.DefaultIdentity, _folder.Root);
    }

    [Fact]
    public async Task Leaves_a_gitignore_that_somebody_wrote()
    {
        Directory.CreateDirectory(_folder.Folder);
        var ignore = Path.Combine(_folder.Folder, ".gitignore");
        await File.WriteAllTextAsync(ignore, "*.lock\n");
        await _folder.Open().EnsureMilestoneAsync("1.0", Never);
        (await File.ReadAllTextAsync(ignore)).Should().Be("*.lock\n");
    }

    [Fact]
    public async Task Two_trackers_on_one_file_see_what_the_other_did()
    {
        var (one, two) = (_folder.Open(), _folder.Open());
        await one.CreateIssueAsync(Draft("one", "vegagate"), Never);
        (await two.CreateIssueAsync(Draft("two", "VEGAGATE"), Never)).Should().BeEquivalentTo(new { Number = 2, Labels = new[] { "vegagate" } });
        await one.UpdateIssueAsync(2, new IssueUpdate { IsOpen = false }, Never);
        (await two.FindIssueAsync(2, Never))!.IsOpen.Should().BeFalse();
    }

    [Fact]
    public async Task Loses_nothing_when_many_write_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            var tracker = EmbeddedTracker.Open(_folder.File, TimeProvider.System, EmbeddedTracker.DefaultIdentity);
            for (var n = 0; n < 10; n++)
            {
                var issue = await tracker.CreateIssueAsync(Draft($"{writer}/{n}", "vegagate"), Never);
                await tracker.AddCommentAsync(issue.Number, $"{writer}/{n}", Never);
            }
        })));

        var issues = await _folder.Open().ListIssuesAsync("vegagate", Never);
        issues.Select(issue => issue.Number).Should().Equal(Enumerable.Range(1, 40));
        issues.Select(issue => issue.Title).Should().OnlyHaveUniqueItems();
        issues.Select(issue => issue.CreatedAt).Should().BeInAscendingOrder();
        foreach (var issue in issues)
            (await _folder.Open().ReadTimelineAsync(issue.Number, Never)).Should().ContainSingle().Which.Should().BeOfType<Commented>().Which.Body.Should().Be(issue.Title);
    }

    [Fact]
    public async Task Reads_while_another_process_holds_the_lock_but_does_not_write()
    {
        await _folder.Open().CreateIssueAsync(Draft("one", "vegagate"), Never);
        var before = await File.ReadAllBytesAsync(_folder.File);
        var temporary = $"{_folder.File}.4242.tmp";
        using (new FileStream(Path.Combine(_folder.Folder, "tracker.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await File.WriteAllTextAsync(temporary, "{");
            (await _folder.Open().ListIssuesAsync("vegagate", Never)).Should().ContainSingle();
            var held = await Fails(tracker => tracker.CreateIssueAsync(Draft("two"), Never));
            held.Message.Should().Contain("process 4242").And.Contain("tracker.lock").And.Contain("5 seconds");

            File.Delete(temporary);
            (await Fails(tracker => tracker.CreateIssueAsync(Draft("two"), Never))).Message.Should().Contain("another process");
        }

        (await File.ReadAllBytesAsync(_folder.File)).Should().Equal(before);
        (await _folder.Open().CreateIssueAsync(Draft("two"), Never)).Number.Should().Be(2);
    }

    [Fact]
    public async Task Goes_on_when_the_lock_is_given_back()
    {
        Directory.CreateDirectory(_folder.Folder);
        var held = new FileStream(Path.Combine(_folder.Folder, "tracker.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var waiting = EmbeddedTracker.Open(_folder.File, TimeProvider.System, EmbeddedTracker.DefaultIdentity).CreateIssueAsync(Draft("one"), Never);
        waiting.IsCompleted.Should().BeFalse();
        await held.DisposeAsync();
        (await waiting).Number.Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"version\": 1, \"lastNum")]
    [InlineData(Whole)]
    public async Task Passes_over_what_a_killed_process_left_and_clears_it_away(string left)
    {
        var tracker = _folder.Open();
        await tracker.CreateIssueAsync(Draft("one"), Never);
        string[] temporaries = [$"{_folder.File}.4242.tmp", $"{_folder.File}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.tmp"];
        foreach (var temporary in temporaries)
            await File.WriteAllTextAsync(temporary, left);

        (await _folder.Open().FindIssueAsync(1, Never))!.Title.Should().Be("one");
        temporaries.Should().OnlyContain(temporary => File.Exists(temporary), "a reader writes nothing");
        await _folder.Open().AddCommentAsync(1, "next", Never);
        temporaries.Should().NotContain(temporary => File.Exists(temporary));
    }

    [Fact]
    public async Task Starts_anew_when_a_process_was_killed_before_its_first_file()
    {
        Directory.CreateDirectory(_folder.Folder);
        await File.WriteAllTextAsync($"{_folder.File}.4242.tmp", Whole);
        await File.WriteAllTextAsync(Path.Combine(_folder.Folder, ".gitignore"), "");

        (await _folder.Open().CreateIssueAsync(Draft("one"), Never)).Number.Should().Be(1);
        (await File.ReadAllTextAsync(Path.Combine(_folder.Folder, ".gitignore"))).Should().Be("*\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version":0}""")]
    [InlineData("""{"version":"1"}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":1,"last_number":0,"last_comment_id":0,"labels":[],"milestones":[],"issues":[]""")]
    [InlineData("""{"version":1,"last_number":0,"last_comment_id":0,"labels":[],"milestones":[],"issues":[]} trailing""")]
    [InlineData("""{"version":1,"last_number":0,"last_comment_id":0,"labels":[],"milestones":[],"issues":null}""")]
    [InlineData("""{"version":1,"last_number":0,"last_comment_id":0,"labels":[null],"milestones":[],"issues":[]}""")]
    [InlineData("""{"version":1,"last_number":0,"last_comment_id":0,"labels":[{"name":"a"}],"milestones":[],"issues":[]}""")]
    [InlineData("""{"version":1,"last_number":0,"last_comment_id":0,"labels":[],"milestones":["\ud800"],"issues":[]}""")]
    [InlineData("""{"version":1,"last_number":0,"last_comment_id":0,"labels":[],"milestones":[],"issues":[],"pull requests":[]}""")]
    [InlineData("""{"version":1,"last_number":0,"last_number":5,"last_comment_id":0,"labels":[],"milestones":[],"issues":[]}""")]
    public async Task Refuses_a_file_that_it_cannot_read_and_leaves_it(string text)
    {
        _folder.Write(text);
        var refused = await Fails(tracker => tracker.ListLabelsAsync(Never));
        refused.Message.Should().Contain(".vegagate/tracker.json cannot be read").And.Contain("Put it right");
        await Fails(tracker => tracker.CreateIssueAsync(Draft("one"), Never));
        (await File.ReadAllTextAsync(_folder.File)).Should().Be(text);
    }

    [Theory]
    [InlineData("\"number\": 1", "\"number\": 9")]
    [InlineData("\"number\": 2", "\"number\": 1")]
    [InlineData("\"last_comment_id\": 1", "\"last_comment_id\": 0")]
    [InlineData("\"event\": \"commented\"", "\"event\": \"renamed\"")]
    [InlineData("\"event\": \"commented\",", "")]
    [InlineData("\"event\": \"commented\"", "\"event\": \"reopened\"")]
    [InlineData("\"body\": \"/done\"", "\"state_reason\": \"completed\"")]
    [InlineData("\"state\": \"open\"", "\"state\": \"opened\"")]
    [InlineData("\"state\": \"closed\"", "\"state\": \"open\"")]
    [InlineData("\"type\": \"Bot\"", "\"type\": \"Mannequin\"")]
    [InlineData("\"duplicate\"", "\"because\"")]
    [InlineData("\"duplicate\"", "2")]
    [InlineData("\"login\": \"zev\",", "")]
    [InlineData("\"created_at\": \"2026", "\"created_at\": \"soon")]
    [InlineData("\"title\": \"two\"", "\"title\": null")]
    public async Task Refuses_what_somebody_broke_by_hand(string found, string put)
    {
        var tracker = _folder.Open();
        await tracker.CreateIssueAsync(Draft("one"), Never);
        await tracker.CreateIssueAsync(Draft("two"), Never);
        await tracker.ActAs(new Actor("zev", 7, IsBot: false)).AddCommentAsync(2, "/done", Never);
        await tracker.UpdateIssueAsync(2, new IssueUpdate { IsOpen = false, CloseAs = CloseReason.Duplicate }, Never);
        var text = await File.ReadAllTextAsync(_folder.File);
        text.Should().Contain(found);

        _folder.Write(text.Replace(found, put, StringComparison.Ordinal));
        await Fails(other => other.ListLabelsAsync(Never));
        (await tracker.Awaiting(same => same.AddCommentAsync(1, "c", Never)).Should().ThrowAsync<TrackerException>("what it read before is no excuse"))
            .Which.Failure.Should().Be(TrackerFailure.Unreachable);
    }

    [Fact]
    public async Task Refuses_a_file_of_a_newer_version_and_leaves_it()
    {
        const string text = """{"projects":[{"version":1}],"version":2,"issues":"elsewhere"}""";
        _folder.Write(text);
        (await Fails(tracker => tracker.CreateIssueAsync(Draft("one"), Never))).Message
            .Should().Contain(".vegagate/tracker.json has format 2").And.Contain("later vegagate");
        (await File.ReadAllTextAsync(_folder.File)).Should().Be(text);
    }

    [Fact]
    public async Task Says_so_when_the_path_cannot_be_a_file()
    {
        Directory.CreateDirectory(_folder.File);
        (await Fails(tracker => tracker.ListLabelsAsync(Never))).Message.Should().Contain(".vegagate/tracker.json could not be read");
        Directory.Delete(_folder.Folder, recursive: true);

        await File.WriteAllTextAsync(_folder.Folder, "a file where the folder should be");
        (await Fails(tracker => tracker.CreateIssueAsync(Draft("one"), Never))).Message.Should().Contain("could not be written");
    }

    [Fact]
    public async Task Stands_still_while_the_clock_is_behind()
    {
        var tracker = _folder.Open();
        await tracker.CreateIssueAsync(Draft("one"), Never);
        var last = _folder.Time.Now;
        _folder.Time.Now -= TimeSpan.FromDays(1);

        var comment = await _folder.Open().AddCommentAsync(1, "late", Never);
        comment.At.Should().Be(last);
        (await _folder.Open().CreateIssueAsync(Draft("two"), Never)).CreatedAt.Should().Be(last);
        var reader = _folder.Open();
        await reader.ListLabelsAsync(Never);
        reader.Now.Should().Be(last);

        _folder.Time.Now = last + TimeSpan.FromSeconds(1);
        await tracker.ListLabelsAsync(Never);
        _folder.Time.Now = last;
        (await tracker.AddCommentAsync(1, "after an answer of a second later", Never)).At.Should().Be(last + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Keeps_times_to_the_last_digit()
    {
        _folder.Time.Now = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);
        var issue = await _folder.Open().CreateIssueAsync(Draft("one"), Never);
        issue.CreatedAt.Should().Be(_folder.Time.Now);
        (await _folder.Open().FindIssueAsync(1, Never))!.CreatedAt.Should().Be(_folder.Time.Now);
    }

    private async Task<TrackerException> Fails(Func<IIssueTracker, Task> request)
    {
        var thrown = await FluentActions.Awaiting(() => request(_folder.Open())).Should().ThrowAsync<TrackerException>();
        thrown.Which.Failure.Should().Be(TrackerFailure.Unreachable);
        return thrown.Which;
    }
}
