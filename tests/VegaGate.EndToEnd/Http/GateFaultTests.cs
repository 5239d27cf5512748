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
