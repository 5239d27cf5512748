using System.Net;
using VegaGate.Conditions;
using VegaGate.GitHub.Rest;

namespace VegaGate.Tests.GitHub.Rest;

public sealed class GitHubCommitChecksTests
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";

    [Fact]
    public async Task The_newest_check_of_each_app_counts_and_the_status_of_that_name()
    {
        using var github = new FakeGitHub();
        github.Answers($$"""
            {"total_count":5,"check_runs":[{{Run(3, "test", "completed", "success")}},{{Run(5, "test", "completed", "failure")}},{{Run(4, "test", "completed", "success")}},
              {{Run(6, "test", "in_progress", null, "other")}},{{Run(7, "Test", "completed", "success")}}]}
            """).Answers("""[{"state":"pending","context":"TEST"},{"state":"success","context":"test"}]""");

        (await Checks(github).FindAsync("test", default)).Should().Equal(new CommitCheck("github-actions", "failure"), new CommitCheck("other", "in_progress"));

        github.Lines.Should().Equal($"GET /repos/acme/widgets/commits/{Sha}/check-runs?check_name=test&filter=latest&per_page=100", $"GET /repos/acme/widgets/commits/{Sha}/statuses?per_page=100");
    }

    [Theory]
    [InlineData("success")]
    [InlineData("failure")]
    [InlineData("pending")]
    public async Task A_commit_status_counts_like_a_check(string state)
    {
        using var github = new FakeGitHub();
        github.Answers("""{"total_count":0,"check_runs":[]}""").Answers($$"""[{"state":"{{state}}","context":"ci/build"}]""");

        (await Checks(github).FindAsync("ci/build", default)).Should().Equal(new CommitCheck(null, state));

        github.Lines.First().Should().Contain("check_name=ci%2Fbuild");
    }

    [Fact]
    public async Task A_name_is_data_in_the_address()
    {
        using var github = new FakeGitHub();
        github.Answers("""{"total_count":0,"check_runs":[]}""").Answers("[]");

        (await Checks(github).FindAsync("a&check_name=b#c ?", default)).Should().BeEmpty();

        github.Lines.First().Should().Contain("check-runs?check_name=a%26check_name%3Db%23c%20%3F&filter=latest");
    }

    [Theory]
    [InlineData("""{"total_count":2,"check_runs":[]}""")]
    [InlineData("""{"total_count":0}""")]
    [InlineData("""{"check_runs":[]""")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Checks_that_are_not_all_there_are_no_answer(string body)
    {
        using var github = new FakeGitHub();
        for (var i = 0; i < 6; i++)
            github.Answers(body);

        FluentActions.Invoking(() => github.Time.Run(() => Checks(github).FindAsync("test", default))).Should().Throw<UnansweredException>();
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public void What_is_refused_is_no_answer(HttpStatusCode status)
    {
        using var github = new FakeGitHub();
        github.Answers(status, """{"message":"No"}""").Answers(status, """{"message":"No"}""");

        FluentActions.Invoking(() => github.Time.Run(() => Checks(github).FindAsync("test", default))).Should().Throw<UnansweredException>();
        FluentActions.Invoking(() => github.Time.Run(() => Checks(github, "main").FindAsync("test", default))).Should().Throw<UnansweredException>().WithMessage("*not the full id of a commit");
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("zev APPROVED head MEMBER", "zev", "")]
    [InlineData("zev APPROVED older MEMBER", "", "")]
    [InlineData("zev APPROVED head NONE", "", "")]
    [InlineData("zev APPROVED head CONTRIBUTOR", "", "")]
    [InlineData("renovate[bot] APPROVED head COLLABORATOR", "", "")]
    [InlineData("zev APPROVED head OWNER,zev COMMENTED head OWNER", "zev", "")]
    [InlineData("zev APPROVED head OWNER,zev DISMISSED head OWNER", "", "")]
    [InlineData("zev CHANGES_REQUESTED older MEMBER", "", "zev")]
    [InlineData("zev CHANGES_REQUESTED older MEMBER,zev APPROVED head MEMBER", "zev", "")]
    [InlineData("zev APPROVED head MEMBER,zev CHANGES_REQUESTED head MEMBER", "", "zev")]
    [InlineData("zev APPROVED head MEMBER,rr CHANGES_REQUESTED head COLLABORATOR", "zev", "rr")]
    [InlineData("zev APPROVED head MEMBER,stranger CHANGES_REQUESTED head NONE", "zev", "")]
    public async Task Who_approved_the_last_commit_and_belongs_to_the_repository_counts(string reviews, string approvers, string objectors)
    {
        using var github = new FakeGitHub();
        github.Answers("""{"number":7,"merged":true,"head":{"sha":"head"}}""").Answers($"[{string.Join(',', reviews.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Review))}]");

        var found = await Checks(github).FindPullRequestAsync(7, default);

        found!.IsMerged.Should().BeTrue();
        string.Join(',', found.Approvers).Should().Be(approvers);
        string.Join(',', found.Objectors).Should().Be(objectors);
        github.Lines.Should().Equal("GET /repos/acme/widgets/pulls/7", "GET /repos/acme/widgets/pulls/7/reviews?per_page=100");
    }

    [Fact]
    public async Task A_pull_request_is_not_there_only_where_the_repository_is()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.NotFound, "{}").Answers("""{"id":7,"default_branch":"main"}""");
        (await Checks(github).FindPullRequestAsync(7, default)).Should().BeNull();

        using var hidden = new FakeGitHub();
        hidden.Answers(HttpStatusCode.NotFound, "{}").Answers(HttpStatusCode.NotFound, "{}");
        FluentActions.Invoking(() => hidden.Time.Run(() => Checks(hidden).FindPullRequestAsync(7, default))).Should().Throw<UnansweredException>();
    }

    private static GitHubCommitChecks Checks(FakeGitHub github, string sha = Sha) => new(github.Connection, github.Repository, sha);

    private static string Run(int id, string name, string status, string? conclusion, string app = "github-actions") =>
        $$"""{"id":{{id}},"name":"{{name}}","status":"{{status}}","conclusion":{{(conclusion is null ? "null" : $"\"{conclusion}\"")}},"app":{"slug":"{{app}}"} }""";

    private static string Review(string review, int at)
    {
        var words = review.Split(' ');
        return $$"""{"id":{{at + 1}},"state":"{{words[1]}}","commit_id":"{{words[2]}}","author_association":"{{words[3]}}","user":{"login":"{{words[0]}}","id":{{words[0].Length}},"type":"{{(words[0].EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User")}}"} }""";
    }
}
