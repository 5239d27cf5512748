using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Tracking;
using static VegaGate.Tests.Gate.GateScene;

namespace VegaGate.Tests.Gate;

public sealed class TeamMembershipTests
{
    private static readonly Checklist List = ValidList.Parse(
        """
        checklist: list
        title: A list
        people:
          zev: { name: Zev, github: zev, id: 7 }
          rr: { name: RR, github: rr }
        teams:
          ops: { name: Ops, github: acme/ops, members: [zev, rr] }
          local: { name: Local, members: [rr] }
        sections:
          - id: one
            title: Section one
            items: [{ id: x, title: Do it, owners: ops, sign-off: 2 }]
        """);

    [Fact]
    public async Task A_member_who_left_on_GitHub_signs_no_longer_whatever_the_file_says()
    {
        var scene = await SceneAsync(Person("rr"));

        scene.Say("x", Person("zev", 7), "/done").State("x").Ledger.Refusals.Should().ContainSingle().Which.Text.Should().Be("zev does not own list/x; it can be signed off by Ops (rr).");
    }

    [Fact]
    public async Task A_member_whom_the_file_does_not_name_signs()
    {
        var scene = await SceneAsync(Person("rr"), Person("newcomer", 9));

        scene.Say("x", Person("NEWCOMER", 9), "/done").Say("x", "rr", "/done").Verdict("x").Reason.Should().Be(ReasonCode.SignedOff);
    }

    [Fact]
    public async Task A_member_is_the_person_of_the_file_by_number_so_that_one_has_one_voice()
    {
        var scene = await SceneAsync(Person("zev-renamed", 7), Person("zev", 99));

        scene.Say("x", Person("zev-renamed", 7), "/done").Say("x", Person("zev", 99), "/done").Verdict("x").Reason.Should().Be(ReasonCode.SignedOff, "these are two accounts in the team");
        (await SceneAsync(Person("zev-renamed", 7))).Say("x", Person("zev-renamed", 7), "/done").Say("x", Person("zev-renamed", 7), "/done").Verdict("x").Reason.Should().Be(ReasonCode.SignOffIncomplete);
    }

    [Fact]
    public async Task A_bot_in_the_team_signs_nothing()
    {
        var bot = new Actor("helper[bot]", 5, IsBot: true);

        (await SceneAsync(bot, Person("rr"))).Say("x", bot, "/done").State("x").SignOffs.Should().BeEmpty();
    }

    [Fact]
    public async Task Where_the_token_may_not_read_the_team_the_file_counts_and_it_is_said()
    {
        var read = await TeamMembership.ReadAsync([List], new Directory(null), CancellationToken.None);

        read.Checklists.Should().Equal(List);
        read.Sources.Should().ContainSingle().Which.Should().Be(new TeamSource("list", "ops", "acme/ops", Accounts: null, 2));
    }

    [Fact]
    public async Task From_where_the_members_are_is_said()
    {
        var read = await TeamMembership.ReadAsync([List], new Directory([Person("rr")]), CancellationToken.None);

        var source = read.Sources.Should().ContainSingle().Subject;
        source.Should().Be(new TeamSource("list", "ops", "acme/ops", source.Accounts, 1));
        source.Accounts!.Value.Should().Equal(Person("rr"));
        read.Checklists.Single().People.Behind("local").Should().ContainSingle("a team of the file alone is as it was");
    }

    private static async Task<GateScene> SceneAsync(params ImmutableArray<Actor> members) =>
        new((await TeamMembership.ReadAsync([List], new Directory(members), CancellationToken.None)).Checklists.Single());

    private sealed class Directory(ImmutableArray<Actor>? members) : ITeamDirectory
    {
        public Task<ImmutableArray<Actor>?> FindMembersAsync(string team, CancellationToken cancellation)
        {
            team.Should().Be("acme/ops");
            return Task.FromResult(members);
        }
    }
}
