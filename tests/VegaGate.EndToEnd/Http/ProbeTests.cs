using System.Diagnostics;

namespace VegaGate.EndToEnd.Http;

/// <summary>The gate asks GitHub and the checkout what a machine can check, and goes only where that holds.</summary>
[Trait("Witness", "own word")]
public sealed class ProbeTests : HttpTests
{
    private static readonly object[] Faults =
    [
        new { fault = "truncate", times = 99 },
        new { fault = "garbage", times = 99 },
        new { fault = "status", status = 500, times = 99 },
        new { fault = "status", status = 403, times = 99 },
        new { fault = "status", status = 404, times = 99 },
        new { fault = "drop", times = 99 },
    ];

    [Fact]
    public async Task A_check_of_the_commit_holds_the_gate_until_its_newest_run_succeeds()
    {
        using var checkout = await SignedAsync("check: { name: test }");
        await checkout.HoldsAsync("probe-failed");

        await SeedCheckAsync(checkout.Sha, "success");
        await checkout.GoesAsync();

        await SeedCheckAsync(checkout.Sha, "failure");
        await checkout.HoldsAsync("probe-failed");

        await SeedCheckAsync(checkout.Sha, "success");
        await checkout.GoesAsync();
        (await checkout.RespondAsync()).Output.Should().Contain("decision: pass (signed-off)");
    }

    [Fact]
    public async Task A_check_that_cannot_be_read_holds()
    {
        using var checkout = await SignedAsync("check: { name: test }");
        await SeedCheckAsync(checkout.Sha, "success");
        await checkout.GoesAsync();

        foreach (var fault in Faults)
        {
            var rule = System.Text.Json.JsonSerializer.SerializeToNode(fault)!.AsObject();
            rule["match"] = new System.Text.Json.Nodes.JsonObject { ["method"] = "GET", ["path"] = "/check-runs" };
            await GitHub.SetFaultsAsync(rule);
            await checkout.HoldsAsync("probe-error");
        }

        await GitHub.SetFaultsAsync();
        await checkout.GoesAsync();
    }

    [Fact]
    public async Task Files_are_those_of_the_very_commit_that_is_gated()
    {
        using var checkout = await SignedAsync("file: { path: REPORT.md, not-empty: true }", "text: { in: REPORT.md, present: Approved }");
        await SaysAsync(checkout, "probe-error", "git is not installed");
        checkout.SearchPath = Environment.GetEnvironmentVariable("PATH") ?? "";
        await SaysAsync(checkout, "probe-error", "the working directory is in no git repository");

        var before = await CommitAsync(checkout);
        await SaysAsync(checkout, "probe-failed", "no tracked file is \"REPORT.md\"", before);

        checkout.Write("Approved\n", "REPORT.md");
        await SaysAsync(checkout, "probe-failed", "no tracked file is \"REPORT.md\"", before);

        var after = await CommitAsync(checkout);
        checkout.Write("", "REPORT.md");
        (await checkout.GateAsync(Events.Push() with { Sha = after })).Exits(0);
        await SaysAsync(checkout, "probe-failed", "no tracked file is \"REPORT.md\"", before);
        await SaysAsync(checkout, "probe-error", "the checkout does not have the commit");
    }

    [Fact]
    public async Task A_host_is_reached_only_where_the_configuration_allows_it_and_never_inside()
    {
        const string Unseen = "rules: { private-address: off }\n";
        using var checkout = await Checkout.CreateAsync(GitHub, ListOf("tls: { host: localhost }"), configuration: Unseen);
        await GitHub.CommentAsync("zev", (await GitHub.ItemsAsync()).Single().Number, "/done");
        await SaysAsync(checkout, "probe-error", "the host \"localhost\" is not allowed");

        checkout.Write(Unseen + "probes: { hosts: [localhost] }\n", ".vegagate.yaml");
        await SaysAsync(checkout, "probe-error", "has a loopback address");
    }

    private async Task<Checkout> SignedAsync(params string[] probes)
    {
        var checkout = await Checkout.CreateAsync(GitHub, ListOf(probes));
        await GitHub.CommentAsync("zev", (await GitHub.ItemsAsync()).Single().Number, "/done");
        return checkout;
    }

    /// <summary>The gate holds the item for a reason, in these words.</summary>
    private static async Task SaysAsync(Checkout checkout, string reason, string sentence, string? sha = null) =>
        (await checkout.RunAsync("gate", Events.Push() with { Sha = sha }, "--details")).Exits(1).Output.Should().Contain(reason).And.Contain(sentence);

    private static string ListOf(params string[] probes) => $$"""
        checklist: probed
        title: Probed
        people:
          zev: { name: Zev, github: zev }
        sections:
          - id: all
            title: All
            items:
              - id: "1.1"
                title: Only item
                owners: [zev]
                verify:
        {{string.Join('\n', probes.Select(probe => $"          - {probe}"))}}

        """;

    private Task SeedCheckAsync(string sha, string conclusion) =>
        GitHub.SeedAsync(new { owner = "acme", name = "widgets", check_runs = new object[] { new { name = "test", head_sha = sha, conclusion } } });

    /// <summary>Commits what lies in the folder, and lets GitHub know of it.</summary>
    private async Task<string> CommitAsync(Checkout checkout)
    {
        await GitAsync(checkout.Folder, "init", "--quiet");
        await GitAsync(checkout.Folder, "add", "-A");
        await GitAsync(checkout.Folder, "-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "change");
        var sha = await GitAsync(checkout.Folder, "rev-parse", "HEAD");
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", commits = new object[] { new { sha, branch = "main", parents = new[] { checkout.Sha } } } });
        return sha;
    }

    private static async Task<string> GitAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
        return said.Trim();
    }
}
