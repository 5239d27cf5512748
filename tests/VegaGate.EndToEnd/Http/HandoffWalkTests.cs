using System.Text.Json;
using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// The example of a hand-off protocol, walked from its first phase to its last in three days. The timeline and the clock are the proxy's own word, no independent witness.
/// </summary>
[Trait("Witness", "own word")]
public sealed class HandoffWalkTests : HttpTests
{
    private static readonly string[] Phases = ["secrets-and-merge", "validation", "payments", "monitoring-and-alerts", "revenue-activation"];

    /// <summary>The table of the document.</summary>
    private static readonly string[] Table =
    [
        "1. Secrets & Merge | Kilo | Cline | Secrets report, PR approval, Env config | Secrets generated, PR ready, Config tested",
        "2. Validation | Cline | Kilo | Test results, Validation reports, Monitoring config | Tests passing, Systems validated, Docs complete",
        "3. Payments | Kilo | Cline | Payment docs, Webhook config, Dashboard setup | Payments integrated, Webhooks tested, Dashboard operational",
        "4. Monitoring | Cline | Kilo | Grafana config, Sentry setup, Alert rules | Monitoring active, Alerts configured, Notifications verified",
        "5. Revenue Activation | Kilo | Cline | Beta logs, Conversion reports, Revenue metrics | Invitations sent, Tracking active, Revenue validated",
    ];

    private HandoffScene? _scene;

    private HandoffScene Scene => _scene ?? throw new InvalidOperationException("The walk has not begun.");

    [Fact]
    public async Task The_protocol_is_walked_from_its_first_phase_to_its_last()
    {
        using var scene = _scene = await HandoffScene.CreateAsync(GitHub);
        (await UpdateAsync()).Should().BeNull("nobody has begun");

        await FirstPhaseAsync();
        await OutsiderAsync();
        await BlockerAsync();
        await MatrixAsync();
        await UpdatesAsync();
        await OtherPhasesAsync();
        await FollowUpAsync();
        await MeasuresAsync();
    }

    /// <summary>Until 08:50: done, refused while an artifact is missing, accepted by the other team with the meeting's note; the second phase opens.</summary>
    private async Task FirstPhaseAsync()
    {
        var handoff = HandoffScene.Handoff(Phases[0]);
        await Scene.AtAsync("08:00");
        await Scene.SaysAsync("kilo-1", handoff, "/done");
        (await Scene.SaidAsync(handoff)).Last().Should().Contain("This does not count: ").And.Contain("These items have not passed: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6. These artifacts are missing: `SECRETS_GENERATION_REPORT.md`");
        await Scene.AtAsync("08:10");
        await Scene.SignsOffAsync("kilo-1", 1);
        await Scene.SaysAsync("cline-1", $"{HandoffScene.List}/2.1", "/start");
        (await StateAsync(0)).Should().Be("2 of 4 artifacts missing");
        (await StateAsync(1)).Should().Be("waits for phase 1; 1 begun early");
        await HoldsAsync("artifact-missing", $"2 artifacts are missing: SECRETS_GENERATION_REPORT.md does not exist; pull request {Scene.Pull} is not merged.");

        await Scene.AtAsync("08:20");
        await Scene.MergeAsync();
        await HoldsAsync("artifact-missing", "An artifact is missing: SECRETS_GENERATION_REPORT.md does not exist.");
        await Scene.CommitAsync("SECRETS_GENERATION_REPORT.md", "# Report\n");
        await HoldsAsync("handoff-not-accepted", "Ready: the giver has not asked for acceptance yet (`/done`).");

        await Scene.AtAsync("08:30");
        await Scene.SaysAsync("kilo-1", handoff, "/done");
        (await StateAsync(0)).Should().Be("waits for acceptance by Cline");
        await Scene.AtAsync("08:40");
        await Scene.SaysAsync("kilo-2", handoff, "/accept 5/5 2026-01-12 all of us, https://minutes.example/1");
        await Scene.SaysAsync("cline-1", handoff, "/accept 5/5");
        (await StateAsync(0)).Should().Be("waits for acceptance by Cline", "a giver does not receive, and a critical hand-off takes a note");
        await Scene.AtAsync("08:50");
        await Scene.SaysAsync("cline-1", handoff, "/accept 4/5 2026-01-12 kilo-1 and cline-1, minutes https://minutes.example/1");

        (await Scene.SaidAsync(handoff)).Last().Should()
            .Contain("Accepted by cline-1, as kilo-1 asked for. Score: 4/5.\n\nNoted of 2026-01-12: kilo-1 and cline-1, minutes `https://minutes.example/1`\n\nSigned off by both:\n\n* All secrets generated and documented\n* PR `#7` ready for merge");
        (await Scene.RunAsync("gate", "--phase", Phases[0])).Exits(0).Output.Should().Contain("  Hand-off: Secrets & Merge: accepted. Accepted by cline-1.\n");
        (await StateAsync(0)).Should().Be("accepted by cline-1 on 2026-01-12 (4/5); 4 criteria signed off by both; 5 steps to follow up");
        (await StateAsync(1)).Should().Be("7 of 7 items open; 1 begun early");
    }

    /// <summary>At 08:55 somebody who is nobody of the file reports a blocker: nobody is called, and the gate holds for what it held for before.</summary>
    private async Task OutsiderAsync()
    {
        await Scene.AtAsync("08:55");
        (await EscalateAsync()).Should().BeEmpty();
        var body = "### Item\n\n2.2\n\n### Class\n\nProduction outages\n\n### Severity\n\ncritical\n\n### Phase\n\nValidation\n\n### Description\n\nIt is down\n";
        var number = (await GitHub.SendAsync(HttpMethod.Post, "issues", TestSeed.Guest, new { title = "Blocker: it is down", body }, 201))!["number"]!.GetValue<int>();
        // GitHub puts the labels of a form on, whoever files it; a request of a guest may not.
        await GitHub.SendAsync(HttpMethod.Post, $"issues/{number}/labels", TestSeed.Admin, new { labels = new[] { "vegagate:blocker", $"checklist:{HandoffScene.List}" } }, 200);

        await Scene.Checkout.RespondAsync();
        (await EscalateAsync()).Should().BeEmpty();
        (await Scene.RunAsync("gate", "--phase", Phases[1])).Exits(1).Output.Should().Contain("unconfirmed report (2.2, critical, Production outages, #").And.NotContain("blocker-open");
        (await GitHub.IssueAsync($"{HandoffScene.List}/2.2")).Status.Should().Be("todo");
        (await StateAsync(1)).Should().Be("7 of 7 items open; 1 begun early");
    }

    /// <summary>From 09:00 to 11:30: each level at its minute and once, with an outage of GitHub's in between, then resolved.</summary>
    private async Task BlockerAsync()
    {
        var item = $"{HandoffScene.List}/2.2";
        await Scene.AtAsync("09:00");
        await Scene.SaysAsync("cline-1", item, "/block Payment processing failures: every card is declined");
        (await EscalateAsync()).Should().Equal("1");
        (await EscalateAsync()).Should().BeEmpty("it has been said");
        await HoldsAsync("blocker-open", "A critical blocker holds everything", Phases[1]);
        await HoldsAsync("blocker-open", "A critical blocker holds everything", Phases[4]);
        await Scene.AtAsync("09:59");
        (await EscalateAsync()).Should().BeEmpty();
        await Scene.AtAsync("10:00");
        (await EscalateAsync()).Should().Equal("2");
        (await UpdateAsync())!["parts"]!["escalations"]!.AsArray().Should().ContainSingle();

        // From 10:01 to 10:59 GitHub answers nothing.
        await GitHub.SetFaultsAsync(new { match = new { path = "/issues" }, fault = "status", status = 503, times = 999 });
        foreach (var time in new[] { "10:01", "10:59" })
        {
            await Scene.AtAsync(time);
            (await Scene.RunAsync("escalate")).Exits(3);
        }

        await GitHub.SetFaultsAsync();
        await Scene.AtAsync("11:00");
        (await EscalateAsync()).Should().Equal("3");
        await Scene.AtAsync("11:01");
        (await EscalateAsync()).Should().Equal(["4"], "the target of two hours has passed");
        await Scene.AtAsync("11:15");
        (await EscalateAsync()).Should().BeEmpty();
        (await GitHub.IssueAsync(item)).Labels.Should().Contain("escalation:4").And.ContainSingle(label => label.StartsWith("escalation:", StringComparison.Ordinal));

        await Scene.AtAsync("11:30");
        await Scene.SaysAsync("cline-1", item, "/unblock");
        (await EscalateAsync()).Should().Equal("0");
        (await EscalateAsync()).Should().BeEmpty();
        var said = await Scene.SaidAsync(item);
        said.Where(text => text.Contains("**Escalation level", StringComparison.Ordinal)).Should().HaveCount(4);
        said.Should().Contain(text => text.Contains("**Escalation level 2: Cross-team coordination meeting**", StringComparison.Ordinal) && text.Contains("@kilo-2", StringComparison.Ordinal) && text.Contains("@cline-1", StringComparison.Ordinal));
        said.Last().Should().Contain("**Resolved after 2 h 30 min");
        (await GitHub.IssueAsync(item)).Labels.Should().NotContain(label => label.StartsWith("escalation:", StringComparison.Ordinal));
    }

    /// <summary>The matrix is the document's own table, in the tracking issue too, where it is said once; it follows when the owner of a phase changes.</summary>
    private async Task MatrixAsync()
    {
        await Scene.AtAsync("11:40");
        (await CellsAsync()).Should().Equal(Table);
        await Scene.Checkout.RespondAsync();
        (await TrackingAsync()).Should().MatchRegex(@"\| 1\\?\. Secrets &amp; Merge \| Kilo \| Cline \| Secrets report, PR approval, Env config \| Secrets generated, PR ready, Config tested \| Kilo \| Cline \| Stakeholders \| accepted by cline-1 on ");
        await GitHub.ResetAsync();
        await Scene.Checkout.RespondAsync();
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);

        var list = Scene.Checkout.Read(TestRepository.List);
        Scene.Checkout.Write(list.Replace("objective: Validate deployment readiness and functionality\n    owners: [cline]", "objective: Validate deployment readiness and functionality\n    owners: [cline-2]", StringComparison.Ordinal));
        (await Scene.Checkout.ApplyAsync()).Exits(0);
        (await CellsAsync()).Should().Equal([Table[0], Table[1].Replace("| Cline |", "| Cline member 2 |", StringComparison.Ordinal), .. Table[2..]]);
        await Scene.Checkout.RespondAsync();
        (await TrackingAsync()).Should().MatchRegex(@"\| 2\\?\. Validation \| Cline member 2 \| Kilo \| ");
        Scene.Checkout.Write(list);
        (await Scene.Checkout.ApplyAsync()).Exits(0);
        (await CellsAsync()).Should().Equal(Table);
    }

    /// <summary>Of two runs in one day, one says the update on the tracking issue; on the next day, what was told is not told again.</summary>
    private async Task UpdatesAsync()
    {
        await Scene.AtAsync("17:00");
        var update = (await UpdateAsync())!;
        update["active"]!.AsArray().Select(phase => phase!.GetValue<string>()).Should().Equal("2. Validation");
        await Scene.RunAsync("report", "--comment");
        Scene.Checkout.Outputs.Should().Contain("active", "true").And.Contain("slack-channels", """["#deployment"]""").And.ContainKey("email-subject");
        Scene.Checkout.Outputs["to"].Should().Be("Kilo (Development) (kilo-1, kilo-2), Cline (Operations) (cline-1, cline-2), Stakeholders");
        JsonDocument.Parse(Scene.Checkout.Outputs["slack"]).RootElement.GetProperty("blocks").GetArrayLength().Should().BePositive();
        (await Scene.RunAsync("report", "--comment")).Exits(0).Output.Should().Contain("the next update is not due yet");
        Scene.Checkout.Outputs.Should().Contain("active", "false");
        (await ToldAsync()).Should().ContainSingle().Which.Should().Contain("accepted by cline-1 (4/5)");

        await Scene.AtAsync("17:00", day: 1);
        (await Scene.RunAsync("report", "--comment")).Exits(0);
        (await ToldAsync()).Should().HaveCount(2).And.Subject.Last().Should().Contain("Nothing.").And.NotContain("accepted by cline-1 (4/5)\n");
    }

    /// <summary>On the third day: the second and fourth phase without a meeting, the third and fifth with one.</summary>
    private async Task OtherPhasesAsync()
    {
        await HandOverAsync(1, "cline-1", "kilo-1", "10", "/accept 5/5");
        await HandOverAsync(2, "kilo-2", "cline-2", "12", "/accept 5/5 2026-01-14 both teams, minutes https://minutes.example/3");
        await HandOverAsync(3, "cline-2", "kilo-1", "14", "/accept");
        await HandOverAsync(4, "kilo-1", "cline-1", "16", "/accept 4/5 2026-01-14 both teams, minutes https://minutes.example/5");
        await GatePassesAsync();
    }

    private async Task HandOverAsync(int phase, string giver, string receiver, string hour, string acceptance)
    {
        await Scene.AtAsync($"{hour}:00", day: 2);
        await Scene.SignsOffAsync(giver, phase + 1);
        await Scene.AtAsync($"{hour}:15", day: 2);
        await Scene.SaysAsync(giver, HandoffScene.Handoff(Phases[phase]), "/done");
        await Scene.AtAsync($"{hour}:30", day: 2);
        await Scene.SaysAsync(receiver, HandoffScene.Handoff(Phases[phase]), acceptance);
        (await StateAsync(phase)).Should().StartWith($"accepted by {receiver} on 2026-01-14");
    }

    /// <summary>What follows a hand-off is covered when somebody of either side says so.</summary>
    private async Task FollowUpAsync()
    {
        await Scene.AtAsync("17:00", day: 2);
        (await GitHub.IssueAsync(HandoffScene.Handoff(Phases[0]))).Should().BeEquivalentTo(new { IsOpen = true, Status = "in-progress" });
        await Scene.SaysAsync("cline-1", HandoffScene.Handoff(Phases[0]), "/done");
        await GitHub.SendAsync(HttpMethod.Patch, $"issues/{(await GitHub.IssueAsync(HandoffScene.Handoff(Phases[4]))).Number}", "kilo-1", new { state = "closed", state_reason = "completed" }, 200);
        await Scene.Checkout.RespondAsync();
        foreach (var phase in new[] { Phases[0], Phases[4] })
            (await GitHub.IssueAsync(HandoffScene.Handoff(phase))).Should().BeEquivalentTo(new { IsOpen = false, Status = "done" });
        (await StateAsync(4)).Should().Be("accepted by cline-1 on 2026-01-14 (4/5); 5 criteria signed off by both");
        await GatePassesAsync();

        // The last hand-off is told too, and what still follows the others.
        await Scene.AtAsync("17:30", day: 2);
        (await Scene.RunAsync("report", "--comment")).Exits(0);
        (await ToldAsync()).Should().HaveCount(3).And.Subject.Last().Should().MatchRegex(@"Revenue Activation.*accepted by cline-1 \(4/5\)").And.MatchRegex(@"Payments.*Conduct retrospective review");
    }

    private async Task GatePassesAsync()
    {
        (await Scene.RunAsync("gate")).Exits(0);
        Scene.Checkout.Outputs.Should().Contain("decision", "pass");
    }

    /// <summary>The numbers of this walk.</summary>
    private async Task MeasuresAsync()
    {
        var metrics = (await Scene.AnswerAsync("metrics"))["metrics"]!.AsArray().ToDictionary(metric => metric!["key"]!.GetValue<string>(), metric => metric!, StringComparer.Ordinal);

        metrics["handoff-quality"].ToJsonString().Should().Contain("\"number\":90").And.Contain("\"target\":90,\"met\":true", "of 4, 5, 5 and 4");
        metrics["documentation"].ToJsonString().Should().Contain("\"number\":100").And.Contain("24 of 24: 2 found, 22 vouched for");
        metrics["blocker-resolution-critical-worst"].ToJsonString().Should().Contain("\"number\":150").And.Contain("\"met\":false");
        metrics["phase-completion"]!["number"].Should().BeNull();
        metrics["phase-completion"]!["detail"]!.GetValue<string>().Should().Contain("5 of 5 phases are handed over");
    }

    private async Task<string> TrackingAsync() => (await GitHub.IssueAsync($"{HandoffScene.List}/#tracking")).Body;

    /// <summary>The cells of the document's columns, a row each.</summary>
    private async Task<string[]> CellsAsync() => [.. (await Scene.AnswerAsync("matrix"))["phases"]!.AsArray().Select(row => string.Join(
        " | ",
        row!["phase"],
        row["responsible"],
        row["handoff-to"],
        string.Join(", ", row["artifacts"]!.AsArray()),
        string.Join(", ", row["criteria"]!.AsArray())))];

    private async Task<string[]> ToldAsync() =>
        [.. (await Scene.SaidAsync($"{HandoffScene.List}/#tracking")).Where(body => body.StartsWith("<!-- vegagate update=", StringComparison.Ordinal))];

    private async Task HoldsAsync(string reason, string sentence, string phase = "secrets-and-merge")
    {
        (await Scene.RunAsync("gate", "--phase", phase)).Exits(1).Output.Should().Contain(sentence);
        Scene.Checkout.Outputs.Should().Contain("reason-code", reason);
    }

    private async Task<string> StateAsync(int phase) => (await Scene.AnswerAsync("matrix"))["phases"]![phase]!["state"]!.GetValue<string>();

    /// <summary>The update of everything; null where no phase is active.</summary>
    private async Task<JsonNode?> UpdateAsync() =>
        JsonNode.Parse((await Scene.RunAsync("report", "--format", "json", "--since", "2020-01-01")).Exits(0).Output.Split('\n').First(line => line.StartsWith('{')))!["updates"]!.AsArray().FirstOrDefault();

    /// <summary>A run; the levels of each notification, 0 for one that says that it is over.</summary>
    private async Task<string[]> EscalateAsync()
    {
        (await Scene.RunAsync("escalate")).Exits(0);
        return [.. JsonNode.Parse(Scene.Checkout.Outputs["notifications"])!.AsArray()
            .Select(notice => notice!["levels"]!.AsArray() is { Count: > 0 } levels ? string.Join(',', levels.Select(level => level!.GetValue<int>())) : "0")];
    }
}
