using System.Net;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

public sealed class RetryTests
{
    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public void A_read_is_repeated_when_the_server_breaks(HttpStatusCode status)
    {
        using var github = new FakeGitHub();
        github.Answers(status).Answers(status).Answers("[]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default)).Should().BeEmpty();

        github.Requests.Select(request => request.At.TotalSeconds).Should().Equal(0, 1, 3);
    }

    [Fact]
    public void A_read_is_given_up_after_three_repetitions()
    {
        using var github = new FakeGitHub();
        for (var i = 0; i < 4; i++)
            github.Answers(HttpStatusCode.BadGateway, "<html>");

        var failure = github.Failure(() => github.Tracker.ListLabelsAsync(default));

        failure.Failure.Should().Be(TrackerFailure.Unreachable);
        failure.Message.Should().Be("GitHub answered 502 to GET /repos/acme/widgets/labels?per_page=100.");
        github.Requests.Should().HaveCount(4);
    }

    [Fact]
    public void Retries_can_be_switched_off()
    {
        using var github = new FakeGitHub(new GitHubConnectionOptions { MaxRetries = 0 });
        github.Answers(HttpStatusCode.BadGateway);

        github.Failure(() => github.Tracker.ListLabelsAsync(default)).Failure.Should().Be(TrackerFailure.Unreachable);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{\"name\":")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[{\"name\":null}]")]
    [InlineData("[{\"name\":\"\\ud800\"}]")]
    [InlineData("<html></html>")]
    public void A_read_whose_answer_is_torn_is_repeated(string body)
    {
        using var github = new FakeGitHub();
        github.Answers(body).Answers("""[{"name":"a"}]""");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default)).Should().ContainSingle();
    }

    [Fact]
    public void A_read_without_a_readable_answer_says_so()
    {
        using var github = new FakeGitHub();
        for (var i = 0; i < 4; i++)
            github.Answers("[");

        var failure = github.Failure(() => github.Tracker.ListLabelsAsync(default));

        failure.Failure.Should().Be(TrackerFailure.Unreachable);
        failure.Message.Should().StartWith("The answer of GitHub (200) to GET /repos/acme/widgets/labels?per_page=100 cannot be read");
    }

    [Fact]
    public void A_read_is_repeated_when_the_connection_fails()
    {
        using var github = new FakeGitHub();
        github.Throws(new HttpRequestException("reset")).Throws(new HttpIOException(HttpRequestError.ResponseEnded)).Throws(new IOException("gone")).Answers("[]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public void A_try_that_hangs_is_ended_and_repeated()
    {
        using var github = new FakeGitHub();
        github.Hangs().Answers("[]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default)).Should().BeEmpty();

        github.Requests.Select(request => request.At.TotalSeconds).Should().Equal(0, 31);
    }

    [Fact]
    public void A_server_that_always_hangs_is_reported_as_silent()
    {
        using var github = new FakeGitHub(new GitHubConnectionOptions { MaxRetries = 1, TryTimeout = TimeSpan.FromSeconds(5) });
        github.Hangs().Hangs();

        github.Failure(() => github.Tracker.ListLabelsAsync(default)).Message
            .Should().Be("No answer from GitHub to GET /repos/acme/widgets/labels?per_page=100: none within 5 s.");
    }

    [Fact]
    public void A_change_that_is_the_same_twice_is_repeated()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.BadGateway).Throws(new HttpRequestException("reset")).Answers("{").Answers(Samples.Issue(5));

        github.Time.Run(() => github.Tracker.UpdateIssueAsync(5, new IssueUpdate { Title = "t" }, default)).Number.Should().Be(5);

        github.Requests.Should().HaveCount(4).And.OnlyContain(request => request.Body == """{"title":"t"}""");
    }

    public static TheoryData<string> WaysToLoseAnAnswer => ["502", "reset", "hang", "torn"];

    [Theory]
    [MemberData(nameof(WaysToLoseAnAnswer))]
    public void A_creation_is_never_repeated_once_it_may_have_arrived(string way)
    {
        using var github = new FakeGitHub();
        _ = way switch
        {
            "502" => github.Answers(HttpStatusCode.BadGateway),
            "reset" => github.Throws(new HttpRequestException("reset")),
            "hang" => github.Hangs(),
            _ => github.Answers(HttpStatusCode.Created, "{\"number\":"),
        };

        var failure = github.Failure(() => github.Tracker.CreateIssueAsync(new IssueDraft { Title = "t", Body = "b" }, default));

        failure.Failure.Should().Be(TrackerFailure.Unreachable);
        failure.Message.Should().Contain("POST /repos/acme/widgets/issues").And.EndWith("It is not known whether it was carried out: look before it is sent again.");
        github.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    public void A_creation_that_found_no_connection_is_repeated(HttpRequestError error)
    {
        using var github = new FakeGitHub();
        github.Throws(new HttpRequestException(error, "refused")).Answers(HttpStatusCode.Created, Samples.Issue(5));

        github.Time.Run(() => github.Tracker.CreateIssueAsync(new IssueDraft { Title = "t", Body = "b" }, default)).Number.Should().Be(5);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public void A_creation_refused_for_a_limit_is_repeated_after_the_stated_wait(HttpStatusCode status)
    {
        using var github = new FakeGitHub();
        github.Answers(status, """{"message":"You have exceeded a secondary rate limit."}""", ("retry-after", "42")).Answers(HttpStatusCode.Created, Samples.Issue(5));

        github.Time.Run(() => github.Tracker.CreateIssueAsync(new IssueDraft { Title = "t", Body = "b" }, default)).Number.Should().Be(5);

        github.Requests.Select(request => request.At.TotalSeconds).Should().Equal(0, 42);
    }

    [Fact]
    public void A_wait_may_be_stated_as_a_date_of_the_servers_clock()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.TooManyRequests, "", ("Date", "Mon, 02 Mar 2026 12:00:00 GMT"), ("retry-after", "Mon, 02 Mar 2026 12:00:20 GMT")).Answers("[]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default));

        github.Time.Elapsed.Should().Be(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_spent_limit_is_waited_for_until_its_reset_by_the_servers_clock()
    {
        using var github = new FakeGitHub();
        var date = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        github
            .Answers(
                HttpStatusCode.Forbidden,
                """{"message":"API rate limit exceeded for installation."}""",
                ("Date", date.ToString("R")),
                ("x-ratelimit-remaining", "0"),
                ("x-ratelimit-reset", (date.ToUnixTimeSeconds() + 33).ToString()))
            .Answers("[]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default));

        github.Time.Elapsed.Should().Be(TimeSpan.FromSeconds(33));
    }

    [Fact]
    public void A_limit_without_a_time_is_waited_for_a_minute_and_then_longer()
    {
        using var github = new FakeGitHub(new GitHubConnectionOptions { MaxWait = TimeSpan.FromMinutes(3) });
        const string Message = """{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}""";
        github.Answers(HttpStatusCode.Forbidden, Message).Answers(HttpStatusCode.Forbidden, Message).Answers(HttpStatusCode.Forbidden, Message);

        var failure = github.Failure(() => github.Tracker.ListLabelsAsync(default));

        github.Requests.Select(request => request.At.TotalMinutes).Should().Equal(0, 1, 3);
        failure.Failure.Should().Be(TrackerFailure.RateLimited);
        failure.ResumeAt.Should().Be(ManualTimeProvider.Start.AddMinutes(3 + 4));
    }

    [Fact]
    public void A_wait_beyond_the_bound_is_thrown_with_its_end()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.TooManyRequests, """{"message":"slow down"}""", ("retry-after", "61"));

        var failure = github.Failure(() => github.Tracker.ListLabelsAsync(default));

        failure.Failure.Should().Be(TrackerFailure.RateLimited);
        failure.ResumeAt.Should().Be(ManualTimeProvider.Start.AddSeconds(61));
        failure.Message.Should().Be(
            "GitHub answered 429 to GET /repos/acme/widgets/labels?per_page=100: slow down. A limit is reached: try again after 2026-03-02 09:01:01 UTC.");
        github.Time.Elapsed.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void A_limit_that_does_not_end_is_thrown_with_its_end()
    {
        using var github = new FakeGitHub();
        for (var i = 0; i < 4; i++)
            github.Answers(HttpStatusCode.TooManyRequests, "", ("retry-after", "10"));

        github.Failure(() => github.Tracker.ListLabelsAsync(default)).ResumeAt.Should().Be(ManualTimeProvider.Start.AddSeconds(40));
    }

    [Fact]
    public void A_broken_server_that_names_a_wait_is_given_it()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.ServiceUnavailable, "", ("retry-after", "7")).Answers("[]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default));

        github.Time.Elapsed.Should().Be(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void A_broken_server_that_names_a_long_wait_is_not_waited_for()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.ServiceUnavailable, "", ("retry-after", "3600"));

        var failure = github.Failure(() => github.Tracker.ListLabelsAsync(default));

        failure.Failure.Should().Be(TrackerFailure.Unreachable);
        failure.ResumeAt.Should().Be(ManualTimeProvider.Start.AddHours(1));
    }

    [Theory]
    [InlineData("253402300799")]
    [InlineData("99999999999999999999")]
    [InlineData("-5")]
    [InlineData("soon")]
    public void A_limit_at_a_strange_time_is_still_a_limit(string reset)
    {
        using var github = new FakeGitHub(new GitHubConnectionOptions { MaxRetries = 0 });
        github.Answers(HttpStatusCode.Forbidden, "", ("Date", "Mon, 02 Mar 2020 12:00:00 GMT"), ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", reset));

        github.Failure(() => github.Tracker.ListLabelsAsync(default)).ResumeAt.Should().BeAfter(ManualTimeProvider.Start);
    }

    [Fact]
    public void A_limit_in_the_past_is_waited_for_a_moment()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Forbidden, "", ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1")).Answers("[]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default));

        github.Time.Elapsed.Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_missing_right_is_no_limit_even_with_the_last_request()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Forbidden, """{"message":"Resource not accessible by integration"}""", ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "1"));

        github.Failure(() => github.Tracker.ListLabelsAsync(default)).Failure.Should().Be(TrackerFailure.Forbidden);
    }
}
