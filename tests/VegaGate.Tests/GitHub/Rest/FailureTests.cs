using System.Net;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

public sealed class FailureTests
{
    [Theory]
    [InlineData(401, "Bad credentials", TrackerFailure.Forbidden, "GitHub answered 401 to GET /repos/acme/widgets/labels?per_page=100: Bad credentials. The token is wrong or has expired.")]
    [InlineData(403, "Nope.", TrackerFailure.Forbidden, "GitHub answered 403 to GET /repos/acme/widgets/labels?per_page=100: Nope. The token may not do this.")]
    [InlineData(404, "Not Found", TrackerFailure.Rejected, "GitHub answered 404 to GET /repos/acme/widgets/labels?per_page=100: Not Found. There is no such thing, or the token may not see the repository.")]
    [InlineData(410, "Issues are disabled", TrackerFailure.Rejected, "GitHub answered 410 to GET /repos/acme/widgets/labels?per_page=100: Issues are disabled. Issues are switched off in this repository, or this one was deleted.")]
    [InlineData(422, "Validation Failed", TrackerFailure.Rejected, "GitHub answered 422 to GET /repos/acme/widgets/labels?per_page=100: Validation Failed. A value that was sent is not accepted.")]
    [InlineData(418, "Teapot", TrackerFailure.Rejected, "GitHub answered 418 to GET /repos/acme/widgets/labels?per_page=100: Teapot.")]
    public void A_refusal_names_the_request_the_answer_and_what_to_do(int status, string message, TrackerFailure kind, string expected)
    {
        using var github = new FakeGitHub();
        github.Answers((HttpStatusCode)status, $$"""{"message":"{{message}}","documentation_url":"https://docs.github.com"}""");

        var failure = github.Failure(() => github.Tracker.ListLabelsAsync(default));

        failure.Failure.Should().Be(kind);
        failure.Message.Should().Be(expected);
        github.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("issues=write", "`issues: write`")]
    [InlineData("pull_requests=read,contents=read", "`pull-requests: read` and `contents: read`")]
    [InlineData("issues=write; pull_requests=write", "`issues: write`, or `pull-requests: write`")]
    public void A_missing_right_is_named_as_it_is_written_in_a_workflow(string header, string expected)
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Forbidden, """{"message":"Resource not accessible by integration"}""", ("X-Accepted-GitHub-Permissions", header));

        github.Failure(() => github.Tracker.AddCommentAsync(3, "x", default)).Message.Should().Be(
            $"GitHub answered 403 to POST /repos/acme/widgets/issues/3/comments: Resource not accessible by integration. The token needs {expected}: add it to the job's `permissions`.");
    }

    [Theory]
    [InlineData("issues=`evil`")]
    [InlineData("::error::x=write")]
    [InlineData("")]
    [InlineData(";,;=")]
    public void A_header_that_names_no_right_is_not_repeated(string header)
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Forbidden, "{}", ("X-Accepted-GitHub-Permissions", header));

        github.Failure(() => github.Tracker.ListLabelsAsync(default)).Message.Should().EndWith("The token may not do this.");
    }

    [Fact]
    public void The_errors_of_a_refusal_are_listed()
    {
        using var github = new FakeGitHub();
        github.Answers(
            HttpStatusCode.UnprocessableEntity,
            """{"message":"Validation Failed","errors":["plain",{"resource":"Issue","field":"assignees","code":"invalid"},{"message":"in words"},{},7]}""");

        github.Failure(() => github.Tracker.UpdateIssueAsync(3, new IssueUpdate { Title = "" }, default)).Message
            .Should().Contain("Validation Failed (plain; assignees invalid; in words)");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("<html>")]
    [InlineData("{\"message\":7,\"errors\":8}")]
    [InlineData("{\"message\":\"\\ud800\"}")]
    [InlineData("")]
    public void A_refusal_without_words_is_still_a_refusal(string body)
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Unauthorized, body);

        github.Failure(() => github.Tracker.ListLabelsAsync(default)).Message
            .Should().Be("GitHub answered 401 to GET /repos/acme/widgets/labels?per_page=100. The token is wrong or has expired.");
    }

    [Fact]
    public void Text_from_outside_is_bounded_and_on_one_line()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Unauthorized, $$"""{"message":"a\r\n::error::b\u001b[31m\u2028c\u202ed\u0000{{new string('x', 10_000)}}"}""");

        var message = github.Failure(() => github.Tracker.ListLabelsAsync(default)).Message;

        message.Should().Contain(": a ::error::b [31m c d xxx").And.Contain("…");
        message.Length.Should().BeLessThan(1_000);
        message.Should().NotContainAny("\r", "\n", "\u001b", "\u2028", "\u202e", "\0");
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789")]
    public void The_token_is_taken_out_of_whatever_repeats_it(string before)
    {
        using var github = new FakeGitHub();
        var echo = before + FakeGitHub.Token;
        var filler = new string('x', 490);
        github
            .Answers(HttpStatusCode.Unauthorized, $$"""{"message":"{{echo}} {{filler}}{{echo}}"}""")
            .Answers(HttpStatusCode.Redirect, "", ("Location", $"https://evil.example/?t={echo}"))
            .Answers("[]", ("Link", $"<https://evil.example/?t={echo}>; rel=\"next\""))
            .Throws(new HttpRequestException(echo, new IOException(echo)));

        for (var i = 0; i < 3; i++)
            github.Failure(() => github.Tracker.ListLabelsAsync(default)).ToString().Should().NotContain("0123456789abcdefSEC");
        github.Failure(() => github.Tracker.AddCommentAsync(1, "x", default));
    }

    [Fact]
    public void A_failed_connection_is_told_with_its_cause()
    {
        using var github = new FakeGitHub();
        github.Throws(new HttpRequestException("The SSL connection could not be established, see inner exception.", new IOException("certificate expired")));

        github.Failure(() => github.Tracker.AddCommentAsync(1, "x", default)).Message.Should().Be(
            "No answer from GitHub to POST /repos/acme/widgets/issues/1/comments: The SSL connection could not be established: certificate expired."
            + " It is not known whether it was carried out: look before it is sent again.");
    }

    [Fact]
    public void A_creation_that_was_never_sent_leaves_no_doubt()
    {
        using var github = new FakeGitHub(new GitHubConnectionOptions { MaxRetries = 0 });
        github.Throws(new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (127.0.0.1:1)", new IOException("Connection refused")));

        github.Failure(() => github.Tracker.AddCommentAsync(1, "x", default)).Message
            .Should().Be("No answer from GitHub to POST /repos/acme/widgets/issues/1/comments: Connection refused (127.0.0.1:1).");
    }

    [Fact]
    public void A_label_in_a_path_is_escaped()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.NotFound);

        github.Failure(() => github.Tracker.ListIssuesAsync("a b&state=open#\n", default)).Message
            .Should().Contain("labels=a%20b%26state%3Dopen%23%0A&state=all");
    }
}
