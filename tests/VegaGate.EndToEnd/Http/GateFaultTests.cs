using System.Text.Json;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// A gate that would let through never does when GitHub's answers are not to be had or not to be believed. The faults are the proxy's own word, no
/// independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class GateFaultTests : HttpTests
{
    private const string Signed = """
        checklist: signed
        title: Signed
        people:
          zev: { name: Zev, github: zev }
        sections:
          - id: all
            title: All
            items:
              - { id: "1.1", title: Only item, owners: [zev], pass: It is there. }

        """;

    /// <summary>With every kind of question that a gate has.</summary>
    private const string Everything = """
        checklist: everything
        title: Everything
        people:
          zev: { name: Zev, github: zev }
          rr: { name: RR, github: rr }
          kate: { name: Kate, github: kate }
        teams:
          ops: { name: Ops, github: acme/ops, members: [rr] }
        phases:
          - id: all
            title: All
            owners: ops
            items:
              - { id: "1.1", title: Only item, pass: It is there. }
            handoff: { to: kate, artifacts: [{ name: Read me, path: README.md }, { name: Change, pull-request: 1 }] }

        """;

    private static readonly object[] AtOnce =
    [
        new { fault = "empty-list", times = 99 },
        new { fault = "status", status = 403, times = 99 },
        new { fault = "status", status = 404, times = 99 },
        new { fault = "primary", resetIn = 1800, times = 99 },
    ];

    private static readonly object[] Repeated =
    [
        new { fault = "truncate", times = 99 },
        new { fault = "garbage", times = 99 },
        new { fault = "status", status = 500, times = 99 },
        new { fault = "drop", times = 99 },
    ];

    [Fact]
    public async Task Answers_that_are_refused_or_empty_hold()
    {
        using var repository = await SignedAsync();
        foreach (var place in new[] { "/issues\\?", "/timeline" })
        {
            foreach (var fault in AtOnce)
                await HoldsAsync(repository, place, fault);
        }

        foreach (var fault in AtOnce[1..])
            await HoldsAsync(repository, "/compare/", fault);
    }

    [Fact]
    public async Task Answers_that_are_broken_hold()
    {
        using var repository = await SignedAsync();
        foreach (var fault in Repeated)
            await HoldsAsync(repository, "/issues\\?", fault);
        // What repeats is the same for every request; here one kind is enough, cut in the middle.
        await HoldsAsync(repository, "/timeline", Repeated[0]);
    }

    /// <summary>The ways that take no time; the others are tried in the same manner, with a clock of their own, in the unit tests.</summary>
    [Fact]
    public async Task Each_request_of_a_gate_that_fails_in_turn_holds()
    {
        await GitHub.SetTeamAsync("ops", "zev");
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", pulls = new[] { new { number = 1, title = "A change", user = TestSeed.Admin, state = "closed", merged = true } } });
        using var checkout = await Checkout.CreateAsync(GitHub, Everything);
        var item = await GitHub.IssueAsync("everything/1.1");
        var handoff = await GitHub.IssueAsync("everything/#handoff/all");
        await GitHub.CommentAsync("zev", item.Number, "/done");
        await GitHub.CommentAsync("zev", handoff.Number, "/done");
        await GitHub.CommentAsync("kate", handoff.Number, "/accept 5/5 2026-03-01 all, minutes #1");
        await GitHub.ResetAsync();
        await checkout.GoesAsync();
        var requests = (await GitHub.RequestsOfJobsAsync()).Where(request => !request.IsWrite).Select(request => request.Path).Distinct(StringComparer.Ordinal).ToArray();
        requests.Should().HaveCountGreaterThan(7);

        foreach (var path in requests)
        {
            foreach (var fault in (object[])[.. AtOnce[..3], new { fault = "status", status = 304, times = 99 }, new { fault = "status", status = 410, times = 99 }])
            {
                var rule = JsonSerializer.SerializeToNode(fault)!.AsObject();
                rule["match"] = new System.Text.Json.Nodes.JsonObject { ["method"] = "GET", ["path"] = $"^{System.Text.RegularExpressions.Regex.Escape(path)}(\\?|$)" };
                await GitHub.SetFaultsAsync(rule);
                var run = await checkout.GateAsync();
                run.ExitCode.Should().BeOneOf([1, 3], "of {0} at {1}: {2}", fault, path, run);
                checkout.Outputs.Should().Contain("decision", "hold", "of {0} at {1}", fault, path);
            }
        }

        await GitHub.SetFaultsAsync();
        await checkout.GoesAsync();
    }

    private async Task<TestRepository> SignedAsync()
    {
        var repository = await TestRepository.CreateAsync(GitHub, Signed);
        (await Events.Push(OneStep.Write(repository, "apply")).RunAsync(repository, GitHub)).Ends("success");
        await GitHub.CommentAsync("zev", (await GitHub.ItemsAsync()).Single().Number, "/done");
        (await Events.Push(OneStep.Write(repository, "gate")).RunAsync(repository, GitHub)).Ends("success").Step().Outputs.Should().Contain("decision", "pass");
        return repository;
    }

    private async Task HoldsAsync(TestRepository repository, string path, object fault)
    {
        var rule = JsonSerializer.SerializeToNode(fault)!.AsObject();
        rule["match"] = new System.Text.Json.Nodes.JsonObject { ["method"] = "GET", ["path"] = path };
        await GitHub.SetFaultsAsync(rule);

        var report = await Events.Push("gate-only.yml").RunAsync(repository, GitHub);

        report.Ends("failure").ExitCode().Should().BeOneOf(1, 3);
        report.Step().Outputs.Should().Contain("decision", "hold", "of {0} at {1}", fault, path);
        report.Step().Outputs["reason-code"].Should().NotBe("signed-off");
        report.SummaryOf(OneStep.Job, OneStep.Name).Should().StartWith("# Hold: ");
        await GitHub.SetFaultsAsync();
    }
}
