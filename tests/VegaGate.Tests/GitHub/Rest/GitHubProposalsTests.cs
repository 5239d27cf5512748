using System.Net;
using VegaGate.GitHub.Rest;
using VegaGate.Proposals;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

public sealed class GitHubProposalsTests
{
    private const string Repository = """{"id":7,"default_branch":"main"}""";
    private const string OldCommit = "4444444444444444444444444444444444444444";
    private const string Head = "1111111111111111111111111111111111111111";
    private const string HeadTree = "2222222222222222222222222222222222222222";
    private const string Branch = "3333333333333333333333333333333333333333";
    private const string BranchTree = "5555555555555555555555555555555555555555";

    // What `printf 'hello\n' | git hash-object --stdin` says, and for the file that is not touched any id.
    private const string Hello = "ce013625030ba8dba906f756967f9e9ca394464a";
    private const string Other = "6666666666666666666666666666666666666666";

    private static readonly Proposal Proposal = new("vegagate/import", "Title", "Line 1\nLine 2", "Import", [new ProposedFile("docs/a.yaml", "hello\n")]);

    private static string Ref(string sha) => $$$"""{"ref":"x","object":{"type":"commit","sha":"{{{sha}}}"}}""";

    private static string Commit(string sha, string tree, params string[] parents) =>
        $$"""{"sha":"{{sha}}","tree":{"sha":"{{tree}}"},"parents":[{{string.Join(',', parents.Select(parent => $$"""{"sha":"{{parent}}"}"""))}}]}""";

    private static string Tree(string id, string mode = "100644", bool isTruncated = false) =>
        $$"""
        {"truncated":{{(isTruncated ? "true" : "false")}},"tree":[{"path":"README.md","mode":"100644","type":"blob","sha":"{{Other}}"},
         {"path":"docs","mode":"040000","type":"tree","sha":"{{id}}"},{"path":"docs/a.yaml","mode":"{{mode}}","type":"blob","sha":"{{id}}"}]}
        """;

    private static string Pull(string title = "Title", string body = "Line 1\\r\\nLine 2", string branch = "vegagate/import") =>
        $$$"""
        [{"number":12,"title":"{{{title}}}","body":"{{{body}}}","html_url":"u","head":{"ref":"{{{branch}}}","sha":"{{{Branch}}}","repo":{"id":7}},
          "base":{"ref":"main","sha":"{{{Head}}}","repo":{"id":7} } }]
        """;

    private static FakeGitHub AtHead() => new FakeGitHub().Answers(Repository).Answers(Ref(Head)).Answers(Commit(Head, HeadTree)).Answers(Tree(Other));

    private static ProposalResult Propose(FakeGitHub github, Proposal? proposal = null) =>
        github.Time.Run(() => new GitHubProposals(github.Connection, github.Repository).ProposeAsync(proposal ?? Proposal, default));

    [Fact]
    public void A_new_proposal_is_a_commit_on_the_default_branch_a_branch_and_a_pull_request()
    {
        using var github = AtHead();
        github.Answers(HttpStatusCode.NotFound)
            .Answers(HttpStatusCode.Created, $$"""{"sha":"{{BranchTree}}"}""").Answers(HttpStatusCode.Created, $$"""{"sha":"{{Branch}}"}""")
            .Answers(HttpStatusCode.Created, Ref(Branch)).Answers("[]").Answers(HttpStatusCode.Created, """{"number":12,"html_url":"u"}""");

        Propose(github).Should().Be(new ProposalResult(12, "u", IsNew: true, IsChanged: true));

        github.Lines.Should().Equal(
            "GET /repos/acme/widgets",
            "GET /repos/acme/widgets/git/ref/heads/main",
            $"GET /repos/acme/widgets/git/commits/{Head}",
            $"GET /repos/acme/widgets/git/trees/{HeadTree}?recursive=1",
            "GET /repos/acme/widgets/git/ref/heads/vegagate/import",
            "POST /repos/acme/widgets/git/trees",
            "POST /repos/acme/widgets/git/commits",
            "POST /repos/acme/widgets/git/refs",
            "GET /repos/acme/widgets/pulls?head=acme%3Avegagate%2Fimport&base=main&state=open&per_page=100",
            "POST /repos/acme/widgets/pulls");
        github.Requests.Where(request => request.Body.Length > 0).Select(request => request.Body).Should().Equal(
            $$"""{"base_tree":"{{HeadTree}}","tree":[{"path":"docs/a.yaml","mode":"100644","type":"blob","content":"hello\n"}]}""",
            $$"""{"message":"Import","tree":"{{BranchTree}}","parents":["{{Head}}"]}""",
            $$"""{"ref":"refs/heads/vegagate/import","sha":"{{Branch}}"}""",
            """{"title":"Title","body":"Line 1\nLine 2","head":"vegagate/import","base":"main"}""");
        github.Requests[^1].At.Should().BeGreaterThanOrEqualTo(GitHubConnectionOptions.LeastWriteSpacing * 3);
    }

    [Fact]
    public void What_stands_as_proposed_is_left_alone()
    {
        using var github = AtHead();
        github.Answers(Ref(Branch)).Answers(Commit(Branch, BranchTree, Head)).Answers(Tree(Hello)).Answers(Pull());

        Propose(github).Should().Be(new ProposalResult(12, "u", IsNew: false, IsChanged: false));

        github.Lines.Should().OnlyContain(line => line.StartsWith("GET ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OldCommit, Hello, "100644")]
    [InlineData(Head, Other, "100644")]
    [InlineData(Head, Hello, "100755")]
    public void A_branch_that_stands_elsewhere_is_moved_by_force_and_the_pull_request_is_kept(string parent, string contents, string mode)
    {
        using var github = AtHead();
        github.Answers(Ref(Branch)).Answers(Commit(Branch, BranchTree, parent));
        if (parent == Head)
            github.Answers(Tree(contents, mode));
        github.Answers(HttpStatusCode.Created, $$"""{"sha":"{{BranchTree}}"}""").Answers(HttpStatusCode.Created, $$"""{"sha":"{{OldCommit}}"}""").Answers(Ref(OldCommit)).Answers(Pull());

        Propose(github).Should().Be(new ProposalResult(12, "u", IsNew: false, IsChanged: true));

        var moved = github.Requests.Single(request => request.Line.StartsWith("PATCH ", StringComparison.Ordinal));
        moved.Line.Should().Be("PATCH /repos/acme/widgets/git/refs/heads/vegagate/import");
        moved.Body.Should().Be($$"""{"sha":"{{OldCommit}}","force":true}""");
    }

    [Theory]
    [InlineData("Old title", "Line 1\\nLine 2")]
    [InlineData("Title", "Line 1")]
    public void Other_words_of_the_pull_request_are_put_right(string title, string body)
    {
        using var github = AtHead();
        github.Answers(Ref(Branch)).Answers(Commit(Branch, BranchTree, Head)).Answers(Tree(Hello)).Answers(Pull(title, body)).Answers("""{"number":12,"html_url":"u"}""");

        Propose(github).Should().Be(new ProposalResult(12, "u", IsNew: false, IsChanged: true));

        github.Requests[^1].Line.Should().Be("PATCH /repos/acme/widgets/pulls/12");
        github.Requests[^1].Body.Should().Be("""{"title":"Title","body":"Line 1\nLine 2"}""");
    }

    [Fact]
    public void A_pull_request_of_another_branch_is_not_taken_for_ours()
    {
        using var github = AtHead();
        github.Answers(Ref(Branch)).Answers(Commit(Branch, BranchTree, Head)).Answers(Tree(Hello)).Answers(Pull(branch: "other")).Answers("""{"number":13,"html_url":"v"}""");

        Propose(github).Should().Be(new ProposalResult(13, "v", IsNew: true, IsChanged: true));
    }

    [Fact]
    public void A_repository_that_is_not_listed_whole_is_written_to_without_a_comparison()
    {
        using var github = new FakeGitHub().Answers(Repository).Answers(Ref(Head)).Answers(Commit(Head, HeadTree)).Answers(Tree(Hello, isTruncated: true));
        github.Answers(Ref(Branch)).Answers(HttpStatusCode.Created, $$"""{"sha":"{{BranchTree}}"}""").Answers(HttpStatusCode.Created, $$"""{"sha":"{{OldCommit}}"}""").Answers(Ref(OldCommit)).Answers(Pull());

        Propose(github).IsChanged.Should().BeTrue();
    }

    [Fact]
    public void What_the_default_branch_has_is_not_proposed()
    {
        using var github = new FakeGitHub().Answers(Repository).Answers(Ref(Head)).Answers(Commit(Head, HeadTree)).Answers(Tree(Hello));

        var failure = github.Failure(() => new GitHubProposals(github.Connection, github.Repository).ProposeAsync(Proposal, default));

        failure.Failure.Should().Be(TrackerFailure.Rejected);
        failure.Message.Should().Contain("has every proposed file");
    }

    [Theory]
    [InlineData("main")]
    [InlineData("Main")]
    public void The_default_branch_is_never_touched(string branch)
    {
        using var github = new FakeGitHub().Answers(Repository);

        var failure = github.Failure(() => new GitHubProposals(github.Connection, github.Repository).ProposeAsync(Proposal with { Branch = branch }, default));

        failure.Failure.Should().Be(TrackerFailure.Rejected);
        failure.Message.Should().Contain("is the default branch");
    }

    [Theory]
    [InlineData("")]
    [InlineData("../main")]
    [InlineData("a..b")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData(".a")]
    [InlineData("a.lock")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("refs:heads")]
    [InlineData("HEAD")]
    [InlineData("-f")]
    [InlineData("a@{1}")]
    public void What_is_no_branch_is_refused(string branch) => Refuses(Proposal with { Branch = branch });

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("a/./x")]
    [InlineData("a//x")]
    [InlineData("a/")]
    [InlineData("C:/x")]
    [InlineData("a\\..\\x")]
    [InlineData(".git/config")]
    [InlineData("a/.GIT/config")]
    [InlineData(".git. /config")]
    [InlineData("a/... /x")]
    [InlineData("a\0b")]
    public void A_path_that_leaves_the_repository_is_refused(string path) => Refuses(Proposal with { Files = [new ProposedFile("good.md", ""), new ProposedFile(path, "")] });

    [Fact]
    public void A_proposal_of_nothing_or_of_one_file_twice_is_refused()
    {
        Refuses(Proposal with { Files = [] });
        Refuses(Proposal with { Files = [new ProposedFile("a.md", ""), new ProposedFile("A.md", "")] });
        Refuses(Proposal with { Title = " " });
    }

    [Theory]
    [InlineData("""{"message":"Resource not accessible by integration"}""", "The token needs `contents: write`: add it to the job's `permissions`.")]
    public void A_token_that_may_not_write_contents_gets_advice(string body, string advice)
    {
        using var github = AtHead();
        github.Answers(HttpStatusCode.NotFound).Answers(HttpStatusCode.Forbidden, body);

        var failure = github.Failure(() => new GitHubProposals(github.Connection, github.Repository).ProposeAsync(Proposal, default));

        failure.Failure.Should().Be(TrackerFailure.Forbidden);
        failure.Message.Should().EndWith(advice);
    }

    [Theory]
    [InlineData("Resource not accessible by integration", "The token needs `pull-requests: write`: add it to the job's `permissions`.")]
    [InlineData("GitHub Actions is not permitted to create or approve pull requests.", "Tick \"Allow GitHub Actions to create and approve pull requests\" in the settings under Actions, General, of the repository (and of its organization).")]
    public void Who_may_not_open_a_pull_request_gets_advice(string message, string advice)
    {
        using var github = AtHead();
        github.Answers(Ref(Branch)).Answers(Commit(Branch, BranchTree, Head)).Answers(Tree(Hello)).Answers("[]").Answers(HttpStatusCode.Forbidden, $$"""{"message":"{{message}}"}""");

        var failure = github.Failure(() => new GitHubProposals(github.Connection, github.Repository).ProposeAsync(Proposal, default));

        failure.Failure.Should().Be(TrackerFailure.Forbidden);
        failure.Message.Should().EndWith(advice);
    }

    [Fact]
    public void A_strange_id_does_not_become_a_step_in_a_path()
    {
        using var github = new FakeGitHub().Answers(Repository).Answers(Ref("../../../x"));

        github.Failure(() => new GitHubProposals(github.Connection, github.Repository).ProposeAsync(Proposal, default)).Message.Should().Contain("no id");
        github.Requests.Should().HaveCount(2);
    }

    private static void Refuses(Proposal proposal)
    {
        using var github = new FakeGitHub();

        github.Failure(() => new GitHubProposals(github.Connection, github.Repository).ProposeAsync(proposal, default)).Failure.Should().Be(TrackerFailure.Rejected);
        github.Requests.Should().BeEmpty();
    }
}
