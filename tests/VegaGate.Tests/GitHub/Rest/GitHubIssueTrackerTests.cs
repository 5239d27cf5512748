using System.Collections.Immutable;
using System.Net;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

public sealed class GitHubIssueTrackerTests
{
    private const string Repository = """{"id":7,"default_branch":"main","has_issues":true}""";

    [Fact]
    public void Issues_are_listed_open_and_closed_in_rising_order_without_pull_requests()
    {
        using var github = new FakeGitHub();
        github
            .Answers(
                $"[{Samples.Issue(9)},{Samples.Issue(4, label: "VegaGate", state: "closed", more: ",\"state_reason\":\"not_planned\"")},{Samples.Issue(5, more: ",\"pull_request\":{\"url\":\"x\"}")}]",
                ("Link", """<https://api.github.com/repositories/7/issues?page=2>; rel="next" """))
            .Answers($"[{Samples.Issue(9)},{Samples.Issue(2, more: ",\"pull_request\":null")},{Samples.Issue(3, label: "other")}]");

        var issues = github.Time.Run(() => github.Tracker.ListIssuesAsync("vegagate", default));

        issues.Select(issue => issue.Number).Should().Equal(2, 4, 9);
        issues[1].IsOpen.Should().BeFalse();
        issues[1].ClosedAs.Should().Be(CloseReason.NotPlanned);
        github.Requests[0].Line.Should().Be("GET /repos/acme/widgets/issues?labels=vegagate&state=all&sort=created&direction=asc&per_page=100");
    }

    [Fact]
    public void A_label_with_a_comma_cannot_be_searched_for()
    {
        using var github = new FakeGitHub();

        FluentActions.Invoking(() => github.Time.Run(() => github.Tracker.ListIssuesAsync("a,b", default))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Whether_an_issue_is_still_the_same_is_asked_by_the_time_of_its_last_change()
    {
        using var github = new FakeGitHub();
        github.Answers($"[{Samples.Issue(4)}]").Answers(HttpStatusCode.NotModified);
        var seen = github.Time.Run(() => github.Tracker.ListIssuesAsync("vegagate", default))[0];

        github.Time.Run(() => github.Tracker.IsStillAsync(seen, default)).Should().BeTrue();

        github.Requests[1].Line.Should().Be("GET /repos/acme/widgets/issues/4");
        github.Requests[1].Headers.Should().Contain("If-Modified-Since", "Sun, 01 Mar 2026 09:00:00 GMT").And.NotContainKey("If-None-Match");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"comments\":7", true)]
    [InlineData(",\"milestone\":{\"number\":1,\"title\":\"M\"}", false)]
    [InlineData(",\"body\":\"another\"", false)]
    [InlineData(",\"title\":\"another\"", false)]
    [InlineData(",\"state\":\"closed\"", false)]
    [InlineData(",\"labels\":[]", false)]
    [InlineData(",\"assignees\":[{\"login\":\"zev\"}]", false)]
    public void A_whole_answer_is_compared_in_what_a_write_replaces(string now, bool isStill)
    {
        using var github = new FakeGitHub();
        github.Answers($"[{Samples.Issue(4)}]").Answers(Samples.Issue(4, more: now));
        var seen = github.Time.Run(() => github.Tracker.ListIssuesAsync("vegagate", default))[0];

        github.Time.Run(() => github.Tracker.IsStillAsync(seen, default)).Should().Be(isStill);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.MovedPermanently)]
    public void An_issue_that_is_gone_is_not_the_same(HttpStatusCode answer)
    {
        using var github = new FakeGitHub();
        github.Answers($"[{Samples.Issue(4)}]").Answers(answer, "", ("Location", "https://api.github.com/repositories/8/issues/1"));
        var seen = github.Time.Run(() => github.Tracker.ListIssuesAsync("vegagate", default))[0];

        github.Time.Run(() => github.Tracker.IsStillAsync(seen, default)).Should().BeFalse();
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "{}", true)]
    [InlineData(HttpStatusCode.NotFound, "{}", false)]
    [InlineData(HttpStatusCode.UnprocessableEntity, "{\"message\":\"Validation Failed\",\"errors\":[{\"code\":\"already_exists\"}]}", false)]
    public void A_label_is_renamed_unless_it_is_gone_or_its_new_name_is_taken(HttpStatusCode status, string body, bool isRenamed)
    {
        using var github = new FakeGitHub();
        github.Answers(status, body);

        github.Time.Run(() => github.Tracker.RenameLabelAsync("owner:a/b", "owner:c", default)).Should().Be(isRenamed);

        github.Requests.Select(request => (request.Line, request.Body)).Should().Equal(("PATCH /repos/acme/widgets/labels/owner%3Aa%2Fb", "{\"new_name\":\"owner:c\"}"));
    }

    [Fact]
    public void A_new_name_that_GitHub_does_not_take_is_said()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.UnprocessableEntity, "{\"message\":\"Validation Failed\",\"errors\":[{\"code\":\"invalid\",\"field\":\"name\"}]}");

        github.Failure(() => github.Tracker.RenameLabelAsync("a", "b", default)).Failure.Should().Be(TrackerFailure.Rejected);
    }

    [Fact]
    public void A_workflows_token_is_not_asked_whose_it_is_and_any_other_is()
    {
        using var workflow = new FakeGitHub();
        workflow.Time.Run(() => workflow.Tracker.FindLoginAsync(default)).Should().BeNull();
        workflow.Requests.Should().BeEmpty();

        using var person = new FakeGitHub(new GitHubConnectionOptions { Token = "ghp_person" });
        person.Answers("{\"login\":\"zev\",\"id\":1}");
        person.Time.Run(() => person.Tracker.FindLoginAsync(default)).Should().Be("zev");

        using var other = new FakeGitHub(new GitHubConnectionOptions { Token = "unknown" });
        other.Answers(HttpStatusCode.Forbidden, "{\"message\":\"Resource not accessible by integration\"}");
        other.Time.Run(() => other.Tracker.FindLoginAsync(default)).Should().BeNull();
    }

    [Fact]
    public void It_is_asked_after_the_pause_so_that_the_write_follows_at_once()
    {
        using var github = new FakeGitHub();
        github.Answers($"[{Samples.Issue(4)}]").Answers(Samples.Issue(5)).Answers(HttpStatusCode.NotModified).Answers(Samples.Issue(4));
        var seen = github.Time.Run(() => github.Tracker.ListIssuesAsync("vegagate", default))[0];
        github.Time.Run(() => github.Tracker.UpdateIssueAsync(5, new IssueUpdate { Title = "t" }, default));

        github.Time.Run(() => github.Tracker.IsStillAsync(seen, default));
        github.Time.Run(() => github.Tracker.UpdateIssueAsync(4, new IssueUpdate { Title = "t" }, default));

        github.Requests.Select(request => request.At.TotalSeconds).Should().Equal(0, 0, 1, 1);
    }

    [Fact]
    public void An_issue_is_read_with_all_its_fields()
    {
        using var github = new FakeGitHub();
        github.Answers(
            """
            {"number":12,"title":"Sign","state":"closed","state_reason":"duplicate","created_at":"2026-03-01T08:00:00Z","updated_at":"2026-03-01T09:00:00+02:00",
             "body":null,"user":null,"labels":[{"name":"a"},null,{"name":"B"}],"assignees":[{"login":"Zev","id":1,"type":"User"},null],"assignee":{"login":"x"},
             "milestone":{"number":3,"title":"1.0"},"html_url":"https://github.com/acme/widgets/issues/12","reactions":{"+1":1}}
            """);

        var issue = github.Time.Run(() => github.Tracker.FindIssueAsync(12, default));

        issue.Should().BeEquivalentTo(new TrackedIssue
        {
            Number = 12,
            Title = "Sign",
            Body = "",
            IsOpen = false,
            ClosedAs = CloseReason.Duplicate,
            Labels = ["a", "B"],
            Assignees = ["Zev"],
            Milestone = "1.0",
            Author = new Actor("ghost", 0, IsBot: false),
            CreatedAt = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero),
            UpdatedAt = new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero),
            Url = "https://github.com/acme/widgets/issues/12",
        });
    }

    [Theory]
    [InlineData("User", "zev", false)]
    [InlineData("Bot", "renovate", true)]
    [InlineData("User", "x[bot]", true)]
    [InlineData("Mannequin", "old", true)]
    [InlineData("Organization", "acme", true)]
    public void Whoever_is_not_plainly_a_person_is_a_bot(string type, string login, bool isBot)
    {
        using var github = new FakeGitHub();
        github.Answers(Samples.Issue(1).Replace("\"type\":\"Bot\"", $"\"type\":\"{type}\"", StringComparison.Ordinal)
            .Replace("github-actions[bot]", login, StringComparison.Ordinal));

        github.Time.Run(() => github.Tracker.FindIssueAsync(1, default))!.Author.Should().Be(new Actor(login, 41898282, isBot));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    public void An_issue_that_is_gone_is_null(HttpStatusCode status)
    {
        using var github = new FakeGitHub();
        github.Answers(status).Answers(Repository).Answers(status);

        github.Time.Run(() => github.Tracker.FindIssueAsync(1, default)).Should().BeNull();
        github.Time.Run(() => github.Tracker.FindIssueAsync(2, default)).Should().BeNull();

        github.Lines.Should().Equal("GET /repos/acme/widgets/issues/1", "GET /repos/acme/widgets", "GET /repos/acme/widgets/issues/2");
    }

    [Fact]
    public void An_issue_in_a_repository_that_the_token_may_not_see_is_not_gone()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.NotFound).Answers(HttpStatusCode.NotFound, """{"message":"Not Found"}""");

        github.Failure(() => github.Tracker.FindIssueAsync(1, default)).Message
            .Should().Be("GitHub answered 404 to GET /repos/acme/widgets: Not Found. There is no such thing, or the token may not see the repository.");
    }

    [Fact]
    public void An_issue_is_not_gone_because_issues_are_switched_off()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Gone).Answers("""{"id":7,"default_branch":"main","has_issues":false}""");

        github.Failure(() => github.Tracker.FindIssueAsync(1, default)).Message.Should().Be("Issues are switched off in acme/widgets.");
    }

    [Fact]
    public void An_issue_that_was_transferred_is_null()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.MovedPermanently, "", ("Location", "https://api.github.com/repositories/8/issues/1")).Answers(Repository);

        github.Time.Run(() => github.Tracker.FindIssueAsync(1, default)).Should().BeNull();
    }

    [Fact]
    public void An_issue_of_a_renamed_repository_is_found()
    {
        using var github = new FakeGitHub();
        github
            .Answers(HttpStatusCode.MovedPermanently, "", ("Location", "https://api.github.com/repositories/7/issues/1"))
            .Answers(HttpStatusCode.MovedPermanently, "", ("Location", "https://api.github.com/repositories/7")).Answers(Repository)
            .Answers(HttpStatusCode.MovedPermanently, "", ("Location", "https://api.github.com/repositories/7/issues/1")).Answers(Samples.Issue(1));

        github.Time.Run(() => github.Tracker.FindIssueAsync(1, default))!.Number.Should().Be(1);
    }

    [Fact]
    public void A_pull_request_is_no_issue()
    {
        using var github = new FakeGitHub();
        github.Answers(Samples.Issue(1, more: ",\"pull_request\":{}"));

        github.Time.Run(() => github.Tracker.FindIssueAsync(1, default)).Should().BeNull();
    }

    [Fact]
    public void A_state_that_is_not_known_is_not_guessed()
    {
        using var github = new FakeGitHub();
        github.Answers(Samples.Issue(1, state: "draft"));

        github.Failure(() => github.Tracker.FindIssueAsync(1, default)).Message.Should().Contain("GET /repos/acme/widgets/issues/1 cannot be read");
    }

    [Fact]
    public void An_issue_is_made_with_sets_and_the_number_of_its_milestone()
    {
        using var github = new FakeGitHub();
        github
            .Answers("""[{"number":1,"title":"0.9"}]""", ("Link", """<https://api.github.com/m?page=2>; rel="next" """))
            .Answers("""[{"number":4,"title":"1.0","state":"closed"}]""")
            .Answers(HttpStatusCode.Created, Samples.Issue(5))
            .Answers(HttpStatusCode.Created, Samples.Issue(6));
        var draft = new IssueDraft { Title = "Tïtle", Body = "b\n", Labels = ["a", "A", "b"], Assignees = ["Zev", "zev"], Milestone = "1.0" };

        github.Time.Run(() => github.Tracker.CreateIssueAsync(draft, default)).Labels.Should().Equal("vegagate");
        github.Time.Run(() => github.Tracker.CreateIssueAsync(draft, default));

        github.Lines.Should().Equal(
            "GET /repos/acme/widgets/milestones?state=all&per_page=100",
            "GET /m?page=2",
            "POST /repos/acme/widgets/issues",
            "POST /repos/acme/widgets/issues");
        github.Requests[2].Body.Should().Be("""{"title":"T\u00EFtle","body":"b\n","labels":["a","b"],"assignees":["Zev"],"milestone":4}""");
    }

    [Fact]
    public void A_milestone_that_is_not_there_stops_the_creation()
    {
        using var github = new FakeGitHub();
        github.Answers("[]");

        github.Failure(() => github.Tracker.CreateIssueAsync(new IssueDraft { Title = "t", Body = "b", Milestone = "1.0" }, default))
            .Message.Should().Be("acme/widgets has no milestone '1.0'.");
    }

    public static TheoryData<IssueUpdate, string> Updates => new()
    {
        { new IssueUpdate { Title = "t", Body = "" }, """{"title":"t","body":""}""" },
        { new IssueUpdate { Labels = ImmutableArray.Create("x", "X"), Assignees = ImmutableArray<string>.Empty }, """{"labels":["x"],"assignees":[]}""" },
        { new IssueUpdate { IsOpen = false }, """{"state":"closed"}""" },
        { new IssueUpdate { IsOpen = false, CloseAs = CloseReason.Completed }, """{"state":"closed","state_reason":"completed"}""" },
        { new IssueUpdate { IsOpen = false, CloseAs = CloseReason.NotPlanned }, """{"state":"closed","state_reason":"not_planned"}""" },
        { new IssueUpdate { IsOpen = false, CloseAs = CloseReason.Duplicate }, """{"state":"closed","state_reason":"duplicate"}""" },
        { new IssueUpdate { IsOpen = true }, """{"state":"open","state_reason":"reopened"}""" },
        { new IssueUpdate { CloseAs = CloseReason.Completed }, "{}" },
    };

    [Theory]
    [MemberData(nameof(Updates))]
    public void Only_what_is_to_change_is_sent(IssueUpdate update, string expected)
    {
        using var github = new FakeGitHub();
        github.Answers(Samples.Issue(5));

        github.Time.Run(() => github.Tracker.UpdateIssueAsync(5, update, default)).Number.Should().Be(5);

        github.Requests.Should().ContainSingle().Which.Line.Should().Be("PATCH /repos/acme/widgets/issues/5");
        github.Requests[0].Body.Should().Be(expected);
    }

    [Fact]
    public void A_comment_comes_back_as_it_was_taken()
    {
        using var github = new FakeGitHub();
        github.Answers(
            HttpStatusCode.Created,
            """{"id":99,"body":"hi","user":{"login":"zev","id":3},"created_at":"2026-03-01T08:00:00Z","updated_at":"2026-03-01T08:00:00Z","html_url":"u"}""");

        github.Time.Run(() => github.Tracker.AddCommentAsync(5, "hi", default)).Should().Be(
            new Commented(new Actor("zev", 3, false), new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), 99, "hi", IsEdited: false) { Url = "u" });
        github.Requests[0].Body.Should().Be("""{"body":"hi"}""");
    }

    [Fact]
    public void A_timeline_keeps_what_can_change_a_status_in_its_order()
    {
        using var github = new FakeGitHub();
        github
            .Answers(
                """
                [{"event":"labeled","id":1,"created_at":"nonsense","label":7},
                 {"event":"closed","id":2,"actor":{"login":"zev","id":3,"type":"User"},"created_at":"2026-03-01T10:00:00Z","state_reason":null,"commit_id":"abc","performed_via_github_app":null},
                 {"event":"commented","id":10,"actor":null,"user":null,"created_at":"2026-03-01T08:00:00Z","updated_at":"2026-03-01T08:00:00Z","body":"one","html_url":"u"},
                 {"event":"committed","sha":"x"}, {"no":"event"}, 7, {"event":8}]
                """,
                ("Link", """<https://api.github.com/t?page=2>; rel="next" """))
            .Answers(
                """
                [{"event":"reopened","actor":null,"created_at":"2026-03-01T10:00:00Z","performed_via_github_app":{"slug":"x"}},
                 {"event":"closed","actor":{"login":"bot[bot]","id":4,"type":"Bot"},"created_at":"2026-03-01T11:00:00Z","state_reason":"not_planned","commit_id":null,"performed_via_github_app":{"id":1}},
                 {"event":"closed","created_at":"2026-03-01T12:00:00Z","state_reason":"completed"},
                 {"event":"commented","id":11,"user":{"login":"ann","id":5},"created_at":"2026-03-01T09:00:00Z","updated_at":"2026-03-01T09:00:01Z","body":"two","performed_via_github_app":{"id":1}}]
                """);

        var events = github.Time.Run(() => github.Tracker.ReadTimelineAsync(5, default));

        events.Should().Equal(
            new Commented(null, At(8), 10, "one", IsEdited: false) { Url = "u" },
            new Commented(new Actor("ann", 5, false), At(9), 11, "two", IsEdited: true) { ByApp = true },
            new Closed(new Actor("zev", 3, false), At(10), null, "abc", ByApp: false),
            new Reopened(null, At(10), ByApp: true),
            new Closed(new Actor("bot[bot]", 4, true), At(11), CloseReason.NotPlanned, null, ByApp: true),
            new Closed(null, At(12), CloseReason.Completed, null, ByApp: false));
        github.Requests[0].Line.Should().Be("GET /repos/acme/widgets/issues/5/timeline?per_page=100");

        static DateTimeOffset At(int hour) => new(2026, 3, 1, hour, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public void A_timeline_whose_closing_has_no_time_is_not_guessed()
    {
        using var github = new FakeGitHub();
        github.Answers("""[{"event":"closed","actor":null}]""");

        github.Failure(() => github.Tracker.ReadTimelineAsync(5, default)).Failure.Should().Be(TrackerFailure.Unreachable);
    }

    [Fact]
    public void A_label_is_made_without_the_sign_before_its_color()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Created, "{}");

        github.Time.Run(() => github.Tracker.CreateLabelAsync(new TrackerLabel("status:done", "#00ff00", "d"), default));

        github.Requests[0].Body.Should().Be("""{"name":"status:done","color":"00ff00","description":"d"}""");
    }

    [Fact]
    public void A_label_that_is_there_already_is_as_good()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.UnprocessableEntity, """{"message":"Validation Failed","errors":[{"resource":"Label","code":"already_exists","field":"name"}]}""")
            .Answers(HttpStatusCode.UnprocessableEntity, """{"message":"Validation Failed","errors":[{"resource":"Label","code":"invalid","field":"color"}]}""")
            .Answers(HttpStatusCode.UnprocessableEntity, "<html>");

        github.Time.Run(() => github.Tracker.CreateLabelAsync(new TrackerLabel("a", "b", "c"), default));
        github.FailureOfTask(() => github.Tracker.CreateLabelAsync(new TrackerLabel("a", "b", "c"), default)).Message.Should().Contain("color invalid");
        github.FailureOfTask(() => github.Tracker.CreateLabelAsync(new TrackerLabel("a", "b", "c"), default)).Failure.Should().Be(TrackerFailure.Rejected);
    }

    [Fact]
    public void Who_can_be_assigned_is_asked()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.NoContent).Answers(HttpStatusCode.NotFound);

        github.Time.Run(() => github.Tracker.IsAssignableAsync("zev", default)).Should().BeTrue();
        github.Time.Run(() => github.Tracker.IsAssignableAsync("app[bot]", default)).Should().BeFalse();

        github.Lines.Should().Equal("GET /repos/acme/widgets/assignees/zev", "GET /repos/acme/widgets/assignees/app%5Bbot%5D");
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a?b")]
    [InlineData("é")]
    public void What_is_no_login_is_not_asked_about(string login)
    {
        using var github = new FakeGitHub();

        github.Time.Run(() => github.Tracker.IsAssignableAsync(login, default)).Should().BeFalse();
    }

    [Fact]
    public void A_milestone_is_made_once()
    {
        using var github = new FakeGitHub();
        github.Answers("""[{"number":1,"title":"0.9"}]""").Answers(HttpStatusCode.Created, """{"number":2,"title":"1.0"}""").Answers(HttpStatusCode.Created, Samples.Issue(5));

        github.Time.Run(async () =>
        {
            await github.Tracker.EnsureMilestoneAsync("0.9", default);
            await github.Tracker.EnsureMilestoneAsync("1.0", default);
            await github.Tracker.EnsureMilestoneAsync("1.0", default);
            await github.Tracker.CreateIssueAsync(new IssueDraft { Title = "t", Body = "b", Milestone = "1.0" }, default);
        });

        github.Requests[1].Body.Should().Be("""{"title":"1.0"}""");
        github.Requests[2].Body.Should().Contain("\"milestone\":2");
    }

    [Fact]
    public void A_milestone_that_somebody_else_made_meanwhile_is_found()
    {
        using var github = new FakeGitHub();
        github.Answers("[]")
            .Answers(HttpStatusCode.UnprocessableEntity, """{"message":"Validation Failed","errors":[{"code":"already_exists"}]}""")
            .Answers("""[{"number":2,"title":"1.0"}]""");

        github.Time.Run(() => github.Tracker.EnsureMilestoneAsync("1.0", default));

        github.Requests.Should().HaveCount(3);
    }

    [Fact]
    public void The_tracker_says_where_it_writes_and_as_whom()
    {
        using var github = new FakeGitHub();

        github.Tracker.Description.Should().Be("GitHub acme/widgets");
        github.Tracker.Identity.Login.Should().Be("github-actions[bot]");
    }

    [Theory]
    [InlineData(HttpStatusCode.Created)]
    [InlineData(HttpStatusCode.OK)]
    public void A_comment_is_acknowledged_whether_or_not_it_was_before(HttpStatusCode status)
    {
        using var github = new FakeGitHub();
        github.Throws(new IOException("cut")).Answers(status, """{"id":1,"content":"+1"}""");

        github.Time.Run(async () =>
        {
            await github.Tracker.AcknowledgeAsync(9_000_000_001, default);
            return true;
        });

        github.Lines.Should().AllBe("POST /repos/acme/widgets/issues/comments/9000000001/reactions").And.HaveCount(2);
        github.Requests[0].Body.Should().Be("""{"content":"\u002B1"}""");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(""","reactions":null""", false)]
    [InlineData(""","reactions":{"total_count":1,"+1":0,"heart":1}""", false)]
    [InlineData(""","reactions":{"total_count":1,"+1":1}""", true)]
    public void A_comment_with_a_reaction_of_ours_or_anybodys_is_acknowledged(string reactions, bool isAcknowledged)
    {
        using var github = new FakeGitHub();
        github.Answers($$"""[{"event":"commented","id":1,"body":"x","created_at":"2026-03-01T08:00:00Z","updated_at":"2026-03-01T08:00:00Z"{{reactions}}}]""");

        github.Time.Run(() => github.Tracker.ReadTimelineAsync(1, default)).Should().ContainSingle()
            .Which.Should().BeOfType<Commented>().Which.IsAcknowledged.Should().Be(isAcknowledged);
    }

    [Fact]
    public void Issues_of_an_author_are_listed_since_a_time()
    {
        using var github = new FakeGitHub();
        github.Answers(
            $"[{Samples.Issue(9)},{Samples.Issue(4)},{Samples.Issue(5, more: ",\"pull_request\":{\"url\":\"x\"}")},{Samples.Issue(6).Replace("github-actions[bot]", "zev", StringComparison.Ordinal)}]",
            ("Link", """<https://api.github.com/p2>; rel="next" """)).Answers($"[{Samples.Issue(2)}]");

        var issues = github.Time.Run(() => github.Tracker.ListIssuesByAuthorAsync(
            "GitHub-Actions[bot]", new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(2)), default));

        issues.Select(issue => issue.Number).Should().Equal(2, 4, 9);
        github.Requests[0].Line.Should().Be(
            "GET /repos/acme/widgets/issues?creator=GitHub-Actions%5Bbot%5D&since=2026-03-01T08:00:00Z&state=all&sort=created&direction=asc&per_page=100");
    }

    [Fact]
    public void All_issues_of_an_author_are_listed_without_a_time()
    {
        using var github = new FakeGitHub();
        github.Answers("[]");

        github.Time.Run(() => github.Tracker.ListIssuesByAuthorAsync("zev", null, default)).Should().BeEmpty();

        github.Requests[0].Line.Should().Be("GET /repos/acme/widgets/issues?creator=zev&state=all&sort=created&direction=asc&per_page=100");
    }

    [Fact]
    public void A_milestone_is_taken_away()
    {
        using var github = new FakeGitHub();
        github.Answers(Samples.Issue(1));

        github.Time.Run(() => github.Tracker.UpdateIssueAsync(1, new IssueUpdate { ClearsMilestone = true }, default)).Milestone.Should().BeNull();

        github.Requests[0].Body.Should().Be("""{"milestone":null}""");
    }

    [Fact]
    public void A_milestone_that_is_named_is_not_taken_away()
    {
        using var github = new FakeGitHub();
        github.Answers("""[{"number":3,"title":"1.0"}]""").Answers(Samples.Issue(1));

        github.Time.Run(() => github.Tracker.UpdateIssueAsync(1, new IssueUpdate { Milestone = "1.0", ClearsMilestone = true }, default));

        github.Requests[1].Body.Should().Be("""{"milestone":3}""");
    }
}
