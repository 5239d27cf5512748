using System.Net;
using System.Text;
using VegaGate.Gate;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

public sealed class GitHubCommitsTests
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";

    private static GitHubCommits Commits(FakeGitHub github) => new(github.Connection, github.Repository);

    private static string Blob(string path, string mode = "100644", string type = "blob") => $$"""{"path":"{{path}}","type":"{{type}}","mode":"{{mode}}","sha":"x"}""";

    [Fact]
    public async Task A_tag_names_its_commit()
    {
        using var github = new FakeGitHub();
        github.Answers($$"""{"sha":"{{Sha}}"}""");

        (await Commits(github).FindTaggedCommitAsync("v1.0/é", default)).Should().Be(Sha);

        github.Lines.Should().Equal("GET /repos/acme/widgets/commits/tags%2Fv1.0%2F%C3%A9?per_page=1");
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_no_tag_names_none(HttpStatusCode status)
    {
        using var github = new FakeGitHub();
        github.Answers(status, """{"message":"No commit found"}""");

        (await Commits(github).FindTaggedCommitAsync("main", default)).Should().BeNull();
    }

    [Fact]
    public async Task Statuses_of_one_context_are_listed_newest_first()
    {
        using var github = new FakeGitHub();
        github.Answers("""[{"state":"pending","context":"VegaGate","target_url":"u"},{"state":"success","context":"other"},{"state":"failure","context":"vegagate","description":"d"}]""");

        (await Commits(github).ListStatusesAsync(Sha, "vegagate", default)).Should().Equal(
            new CommitStatus(CommitState.Pending, "VegaGate", "", "u"), new CommitStatus(CommitState.Failure, "vegagate", "d", null));
    }

    [Fact]
    public async Task Wanted_files_are_read_as_the_commit_has_them()
    {
        using var github = new FakeGitHub();
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes("checklist: ä\n"));
        github.Answers($$"""{"tree":[{{Blob("b/é #1.yaml")}},{{Blob("a.yaml", "120000")}},{{Blob("c.md")}},{{Blob("d.yaml", "160000", "commit")}}],"truncated":false}""")
            .Answers($$"""{"type":"file","encoding":"base64","content":"{{text[..4]}}\n{{text[4..]}}\n"}""");

        var files = await Commits(github).ReadFilesAsync(Sha, path => path.EndsWith(".yaml", StringComparison.Ordinal), default);

        files.Should().ContainSingle().Which.Path.Should().Be("b/é #1.yaml");
        Encoding.UTF8.GetString(files[0].Contents.Span).Should().Be("checklist: ä\n");
        github.Lines.Should().Equal($"GET /repos/acme/widgets/git/trees/{Sha}?recursive=1", $"GET /repos/acme/widgets/contents/b/%C3%A9%20%231.yaml?ref={Sha}");
    }

    [Theory]
    [InlineData("""{"type":"file","encoding":"none","content":""}""")]
    [InlineData("""{"type":"symlink","encoding":"base64","content":""}""")]
    [InlineData("""{"type":"file","encoding":"base64","content":"?"}""")]
    public void A_file_without_its_contents_is_a_failure(string answer)
    {
        using var github = new FakeGitHub();
        github.Answers($$"""{"tree":[{{Blob("a.yaml")}}],"truncated":false}""").Answers(answer);

        github.Failure(() => Commits(github).ReadFilesAsync(Sha, _ => true, default)).Failure.Should().BeOneOf(TrackerFailure.Rejected, TrackerFailure.Unreachable);
    }

    [Fact]
    public void A_tree_that_is_cut_is_a_failure()
    {
        using var github = new FakeGitHub();
        github.Answers("""{"tree":[],"truncated":true}""");

        github.Failure(() => Commits(github).ReadFilesAsync(Sha, _ => true, default)).Failure.Should().Be(TrackerFailure.Rejected);
    }

    [Fact]
    public void A_branch_is_no_commit()
    {
        using var github = new FakeGitHub();

        github.Failure(() => Commits(github).ListStatusesAsync("main", "vegagate", default)).Failure.Should().Be(TrackerFailure.Rejected);
        github.Failure(() => Commits(github).ReadFilesAsync("main", _ => true, default)).Failure.Should().Be(TrackerFailure.Rejected);
        github.Requests.Should().BeEmpty();
    }
}
