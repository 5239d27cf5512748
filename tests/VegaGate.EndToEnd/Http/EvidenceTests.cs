using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>What a gate leaves behind of a decision on GitHub. The turned lists and the standing clock are the proxy's own word, no independent witness.</summary>
[Trait("Witness", "own word")]
public sealed class EvidenceTests : HttpTests
{
    private const string List = """
        checklist: small
        title: Small
        people:
          zev: { name: Zev, github: zev }
          kate: { name: Kate, github: kate }
        teams:
          crew: { name: Crew, github: acme/crew }
        gate:
          stages: [release]
        phases:
          - id: all
            title: All
            owners: [zev]
            items:
              - { id: "1.1", title: First item, owners: [zev], pass: It is there. }
              - { id: "1.2", title: Second item, owners: [crew], sign-off: 3, pass: It is there too. }
              - { id: "1.3", title: Third item, owners: [kate], pass: And this. }
            handoff:
              to: kate
              artifacts: [{ name: Report, path: report.md }, { name: Change, pull-request: 9999 }]

        """;

    [Fact]
    public async Task Two_processes_that_are_given_the_lists_in_another_order_write_the_same_bytes()
    {
        await GitHub.SetTeamAsync("crew", "zev", "kate", "rr");
        using var checkout = await Checkout.CreateAsync(GitHub, List);
        await GitHub.CommentAsync("zev", (await GitHub.IssueAsync("small/1.1")).Number, "/done | of <b>it</b>");
        foreach (var login in new[] { "rr", "kate" })
            await GitHub.CommentAsync(login, (await GitHub.IssueAsync("small/1.2")).Number, "/done");
        await GitHub.CloseAsync("zev", (await GitHub.IssueAsync("small/1.3")).Number);
        await GitHub.StopClockAsync();

        (await checkout.RunAsync("gate", Events.Push(), "--evidence", "one/gate.json")).Exits(1);
        checkout.Outputs.Should().Contain("evidence", Path.Combine(checkout.Folder, "one", "gate.json"));
        await GitHub.ResetAsync();
        await GitHub.SetFaultsAsync(new { match = new { method = "GET", path = "/issues\\?|/members" }, fault = "reverse", times = 99 });
        (await checkout.RunAsync("gate", Events.Push(), "--evidence", "two/gate.json")).Exits(1);

        (await GitHub.FiredFaultsAsync()).Should().BeGreaterThan(1);
        checkout.Read("two/gate.json").Should().Be(checkout.Read("one/gate.json")).And.Contain("\"reason-code\": \"sign-off-incomplete\"").And.Contain("\"tracker\": \"GitHub acme/widgets\"");
        checkout.Read("two/gate.md").Should().Be(checkout.Read("one/gate.md")).And.Contain($"| {checkout.Sha}".Replace("| ", "| `", StringComparison.Ordinal)).And.Contain("| Team crew of small | read | ");
        (await VerifyAsync(checkout, "one/gate.json")).Exits(0).Output.Should().StartWith("one/gate.json: verified: hold (");
    }

    [Fact]
    public async Task A_tracker_that_cannot_be_read_leaves_evidence_that_says_so()
    {
        using var checkout = await Checkout.CreateAsync(GitHub, Lists.Small);
        await GitHub.SetFaultsAsync(new { match = new { method = "GET", path = "/issues\\?" }, fault = "status", status = 403, times = 99 });

        (await checkout.RunAsync("gate", Events.Push(), "--evidence", "gate.json")).Exits(3);

        checkout.Read("gate.json").Should().Contain("\"decision\": \"hold\"").And.Contain("\"reason-code\": \"tracker-unreachable\"").And.Contain("\"facts\": null");
        checkout.Read("gate.md").Should().StartWith("# Evidence: hold (tracker-unreachable)\n").And.Contain("**Nothing could be decided, and so it holds:** ");
        (await VerifyAsync(checkout, "gate.json")).Exits(0);
    }

    [Fact]
    public async Task The_release_keeps_and_attests_its_evidence_also_when_it_is_held()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);

        var report = (await Events.Tag("v1.0.0").RunAsync(repository, GitHub)).Ends("failure");

        report.StepOf("gate", "May it go?").Outputs["evidence"].Should().EndWith("/evidence/gate.json");
        report.StepOf("gate", "Keep the evidence").Outcome.Should().Be("success");
        report.StepOf("gate", "Attest the evidence").Outcome.Should().Be("success");
    }

    private static Task<ProgramRun> VerifyAsync(Checkout checkout, string file) => VegaGateProgram.RunAsync(checkout.Folder, VegaGateProgram.NoVariables, ["evidence", "verify", file]);
}
