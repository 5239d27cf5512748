using System.Net;
using VegaGate.Gate;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

public sealed class GitHubRepositoryFactsTests
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";
    private const string Repository = """{"id":7,"default_branch":"rel/main"}""";

    private static GitHubRepositoryFacts Facts(FakeGitHub github, string sha = Sha) => new(github.Connection, github.Repository, sha);

    [Theory]
    [InlineData("docs/guide.md", true)]
    [InlineData("./docs/guide.md", true)]
    [InlineData("docs/Guide.md", false)]
    [InlineData("docs", false)]
    [InlineData("sub", false)]
    [InlineData("docs/*.md", true)]
    [InlineData("*.md", true)]
    [InlineData("*", true)]
    [InlineData("*/guide.md", true)]
    [InlineData("docs/*.txt", false)]
    [InlineData("**/deep.bin", true)]
    [InlineData("**/README.md", true)]
    [InlineData("docs/**", true)]
    [InlineData("docs/**/deep.bin", true)]
    [InlineData("docs/**/guide.md", true)]
    [InlineData("docs/*/deep.bin", false)]
    [InlineData("docs/guide.m?", true)]
    [InlineData("docs?guide.md", false)]
    [InlineData("docs/guide.m??", false)]
    [InlineData("a+(b).[c]", true)]
    [InlineData("a+(?).[c]", true)]
    [InlineData("aa(b).[c]", false)]
    public async Task A_path_or_a_pattern_finds_files_at_the_gated_commit(string path, bool exists)
    {
        using var github = new FakeGitHub();
        github.Answers(
            """
            {"sha":"x","truncated":false,"tree":[
              {"path":"README.md","type":"blob"},{"path":"docs","type":"tree"},{"path":"docs/guide.md","type":"blob"},
              {"path":"docs/a/b/deep.bin","type":"blob"},{"path":"sub","type":"commit"},{"path":"a+(b).[c]","type":"blob"}]}
            """);
        var facts = Facts(github);

        (await facts.FileExistsAsync(path, default)).Should().Be(exists);
        (await facts.FileExistsAsync(path, default)).Should().Be(exists);

        github.Lines.Should().Equal($"GET /repos/acme/widgets/git/trees/{Sha}?recursive=1");
    }

    [Fact]
    public void A_tree_that_is_not_whole_proves_nothing()
    {
        using var github = new FakeGitHub();
        github.Answers("""{"truncated":true,"tree":[]}""");

        github.Failure(() => Facts(github).FileExistsAsync("a", default)).Message.Should().Contain("more files");
    }

    [Theory]
    [InlineData("main")]
    [InlineData("0123456")]
    [InlineData("../../0123456789abcdef0123456789abcdef012")]
    public void A_commit_is_named_by_its_full_id(string sha)
    {
        using var github = new FakeGitHub();

        github.Failure(() => Facts(github, sha).FileExistsAsync("a", default)).Message.Should().Contain("not the full id");
        github.Failure(() => Facts(github).IsReachableFromProtectedBranchAsync(sha, default)).Failure.Should().Be(TrackerFailure.Rejected);
        github.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task A_pull_request_is_merged_or_not(string merged, bool isMerged)
    {
        using var github = new FakeGitHub();
        github.Answers($$"""{"number":8,"merged":{{merged}},"html_url":"u"}""");

        (await Facts(github).FindPullRequestAsync(8, default)).Should().Be(new PullRequestFact(8, isMerged, "u"));
    }

    [Fact]
    public async Task A_pull_request_that_is_not_there_is_null()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.NotFound).Answers(Repository);

        (await Facts(github).FindPullRequestAsync(8, default)).Should().BeNull();
    }

    [Fact]
    public void A_pull_request_in_a_repository_that_cannot_be_seen_is_an_error()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.NotFound).Answers(HttpStatusCode.NotFound);

        github.Failure(() => Facts(github).FindPullRequestAsync(8, default));
    }

    [Theory]
    [InlineData("behind")]
    [InlineData("identical")]
    public async Task A_commit_on_the_default_branch_is_reachable(string status)
    {
        using var github = new FakeGitHub();
        github.Answers(Repository).Answers($$"""{"status":"{{status}}"}""");

        (await Facts(github).IsReachableFromProtectedBranchAsync(Sha, default)).Should().BeTrue();

        github.Lines.Should().Equal("GET /repos/acme/widgets", $"GET /repos/acme/widgets/compare/rel%2Fmain...{Sha}?per_page=1");
    }

    [Theory]
    [InlineData("behind", true)]
    [InlineData("ahead", false)]
    [InlineData("diverged", false)]
    public async Task Otherwise_every_protected_branch_is_asked(string last, bool expected)
    {
        using var github = new FakeGitHub();
        github.Answers(Repository).Answers("""{"status":"diverged"}""")
            .Answers("""[{"name":"rel/main","commit":{"sha":"aa"}},{"name":"v1","commit":{"sha":"bb"}}]""", ("Link", """<https://api.github.com/b?page=2>; rel="next" """))
            .Answers("""[{"name":"v2","commit":{"sha":"cc"}}]""")
            .Answers(HttpStatusCode.NotFound)
            .Answers($$"""{"status":"{{last}}"}""");

        (await Facts(github).IsReachableFromProtectedBranchAsync(Sha, default)).Should().Be(expected);

        github.Lines.Skip(2).Should().Equal(
            "GET /repos/acme/widgets/branches?protected=true&per_page=100",
            "GET /b?page=2",
            $"GET /repos/acme/widgets/compare/bb...{Sha}?per_page=1",
            $"GET /repos/acme/widgets/compare/cc...{Sha}?per_page=1");
    }

    [Fact]
    public async Task A_status_is_published_on_the_commit()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Created, "{}").Answers(HttpStatusCode.Created, "{}");
        var facts = Facts(github);

        await facts.PublishStatusAsync(Sha, new CommitStatus(CommitState.Failure, "vegagate/gate", new string('x', 139) + "🚀🚀", null), default);

        github.Requests[0].Line.Should().Be($"POST /repos/acme/widgets/statuses/{Sha}");
        github.Requests[0].Body.Should().Be($$"""{"state":"failure","context":"vegagate/gate","description":"{{new string('x', 139)}}\u2026"}""");
    }

    [Theory]
    [InlineData(CommitState.Pending, "pending")]
    [InlineData(CommitState.Success, "success")]
    [InlineData(CommitState.Error, "error")]
    public async Task A_status_has_GitHubs_words(CommitState state, string word)
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Created, "{}");

        await Facts(github).PublishStatusAsync(Sha, new CommitStatus(state, "c", "d", "https://x"), default);

        github.Requests[0].Body.Should().Be($$"""{"state":"{{word}}","context":"c","description":"d","target_url":"https://x"}""");
    }

    [Theory]
    [InlineData("""{"login":"zev","id":3,"type":"User"}""", "zev")]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public async Task The_author_of_a_commit_is_an_account_or_nobody(string author, string? login)
    {
        using var github = new FakeGitHub();
        github.Answers($$$"""{"sha":"{{{Sha}}}","commit":{"author":{"name":"N"}},"author":{{{author}}} }""");

        (await Facts(github).FindCommitAuthorAsync(Sha, default)).Should().Be(login is null ? null : new Actor(login, 3, IsBot: false));

        github.Lines.Should().Equal($"GET /repos/acme/widgets/commits/{Sha}?per_page=1");
    }

    [Fact]
    public void The_author_of_a_commit_that_is_not_there_is_an_error()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.UnprocessableEntity, """{"message":"No commit found for SHA"}""");

        github.Failure(() => Facts(github).FindCommitAuthorAsync(Sha, default)).Failure.Should().Be(TrackerFailure.Rejected);
        github.Failure(() => Facts(github).FindCommitAuthorAsync("main", default)).Message.Should().Contain("not the full id");
    }

    [Fact]
    public async Task The_newest_status_of_a_context_is_found_and_no_page_too_many_is_read()
    {
        using var github = new FakeGitHub();
        github.Answers("""[{"state":"error","context":"other"}]""", ("Link", """<https://api.github.com/p2>; rel="next" """))
            .Answers(
                """[{"state":"pending","context":"VegaGate","description":null,"target_url":"https://x"},{"state":"success","context":"vegagate"}]""",
                ("Link", """<https://api.github.com/p3>; rel="next" """));

        (await Facts(github).FindStatusAsync(Sha, "vegagate", default)).Should().Be(new CommitStatus(CommitState.Pending, "VegaGate", "", "https://x"));

        github.Lines.Should().Equal($"GET /repos/acme/widgets/commits/{Sha}/statuses?per_page=100", "GET /p2");
    }

    [Fact]
    public async Task A_status_that_is_not_there_is_null_after_ten_pages()
    {
        using var github = new FakeGitHub();
        for (var page = 2; page <= 11; page++)
            github.Answers("[]", ("Link", $"""<https://api.github.com/p{page}>; rel="next" """));

        (await Facts(github).FindStatusAsync(Sha, "vegagate", default)).Should().BeNull();

        github.Requests.Should().HaveCount(10);
    }

    [Fact]
    public async Task Heads_of_open_pull_requests_are_those_of_the_repository_itself()
    {
        using var github = new FakeGitHub();
        github.Answers(Repository)
            .Answers($"[{Pull("s1", """{"id":7}""")},{Pull("s2", """{"id":8}""")}]", ("Link", """<https://api.github.com/p2>; rel="next" """))
            .Answers($"[{Pull("s3", "null")},{Pull("s4", """{"id":7}""")},{Pull("s1", """{"id":7}""")}]");

        (await Facts(github).ListOpenPullRequestHeadsAsync(default)).Should().Equal(new PullRequestHead("s1", "main"), new PullRequestHead("s4", "main"));

        github.Lines.Skip(1).Should().Equal("GET /repos/acme/widgets/pulls?state=open&sort=created&direction=desc&per_page=100", "GET /p2");
    }

    private static string Pull(string sha, string repository) =>
        $$"""{"number":1,"head":{"ref":"a","sha":"{{sha}}","repo":{{repository}} },"base":{"ref":"main","sha":"x","repo":{"id":7} } }""";
}
