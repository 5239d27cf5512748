using System.Net;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

public sealed class GitHubTeamDirectoryTests
{
    private const string FirstPage = "/orgs/acme/teams/release/members?per_page=100";

    private static readonly (string, string) Next = ("Link", """<https://api.github.com/organizations/1/team/2/members?per_page=100&page=2>; rel="next" """);

    [Fact]
    public async Task Every_page_of_a_team_is_read_once()
    {
        using var github = new FakeGitHub();
        github.Answers("""[{"login":"zev","id":1,"type":"User"}]""", Next).Answers("""[{"login":"robot","id":2,"type":"Bot"}]""");
        var teams = new GitHubTeamDirectory(github.Connection);

        var members = await teams.FindMembersAsync("acme/release", default);

        members!.Value.Should().Equal(new Actor("zev", 1, IsBot: false), new Actor("robot", 2, IsBot: true));
        (await teams.FindMembersAsync("ACME/Release", default))!.Value.Should().Equal(members.Value);
        github.Lines.Should().Equal("GET " + FirstPage, "GET /organizations/1/team/2/members?per_page=100&page=2");
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_team_that_may_not_be_read_is_null_and_not_asked_for_again(HttpStatusCode status)
    {
        using var github = new FakeGitHub();
        github.Answers(status, """{"message":"Resource not accessible by integration"}""");
        var teams = new GitHubTeamDirectory(github.Connection);

        (await teams.FindMembersAsync("acme/release", default)).Should().BeNull();
        (await teams.FindMembersAsync("acme/release", default)).Should().BeNull();

        github.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_part_of_a_team_is_no_team()
    {
        using var github = new FakeGitHub();
        github.Answers("""[{"login":"zev","id":1,"type":"User"}]""", Next).Answers(HttpStatusCode.NotFound);

        (await new GitHubTeamDirectory(github.Connection).FindMembersAsync("acme/release", default)).Should().BeNull();
    }

    [Fact]
    public async Task A_team_without_members_is_empty()
    {
        using var github = new FakeGitHub();
        github.Answers("[]");

        (await new GitHubTeamDirectory(github.Connection).FindMembersAsync("acme/release", default))!.Value.Should().BeEmpty();
    }

    [Fact]
    public void A_limit_is_waited_for_and_does_not_stand_for_a_refusal()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Forbidden, """{"message":"You have exceeded a secondary rate limit."}""", ("retry-after", "2"))
            .Answers("""[{"login":"zev","id":1,"type":"User"}]""");

        github.Time.Run(() => new GitHubTeamDirectory(github.Connection).FindMembersAsync("acme/release", default))!.Value.Should().ContainSingle();
    }

    [Theory]
    [InlineData("release")]
    [InlineData("acme/../x")]
    [InlineData("acme/..")]
    [InlineData("@acme/release")]
    public void Anything_else_is_no_team(string team)
    {
        using var github = new FakeGitHub();

        github.Failure(() => new GitHubTeamDirectory(github.Connection).FindMembersAsync(team, default)).Failure.Should().Be(TrackerFailure.Rejected);
        github.Requests.Should().BeEmpty();
    }

    [Fact]
    public void Another_failure_is_thrown()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Unauthorized);

        github.Failure(() => new GitHubTeamDirectory(github.Connection).FindMembersAsync("acme/release", default)).Failure.Should().Be(TrackerFailure.Forbidden);
    }
}
