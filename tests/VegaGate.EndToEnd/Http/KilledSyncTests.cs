using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>A process that is ended without a word (SIGKILL) right after a write was carried out, before its answer came.</summary>
public sealed class KilledSyncTests : HttpTests
{
    private const int Writes = 30;

    [Fact]
    public async Task Killed_after_any_of_its_first_thirty_writes_it_can_be_run_again_to_the_same_end()
    {
        using var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("killed", Enumerable.Range(1, Writes).Select(i => ($"i{i}", "It is there.")));
        await GitHub.SaveAsync();
        (await syncs.RunFreshAsync("apply")).Exits(0);
        var end = await RepositoryState.ReadAsync(GitHub);
        (await GitHub.RequestsOfJobsAsync()).Count(request => request.IsWrite).Should().BeGreaterThan(Writes);

        for (var write = 1; write <= Writes; write++)
        {
            await GitHub.RestoreAsync();
            await GitHub.ResetAsync();
            await GitHub.SetFaultsAsync(new { match = new { method = "POST|PATCH" }, skip = write - 1, fault = "slow", ms = 60_000 });
            await KillWhenItStrikesAsync(syncs);
            await GitHub.SetFaultsAsync();

            (await syncs.RunFreshAsync(new LeapingTime(), "apply")).Exits(0);
            (await RepositoryState.ReadAsync(GitHub)).Should().Be(end, "it was killed after write {0}", write);
            (await syncs.RunFreshAsync(new LeapingTime(), "plan")).Exits(0).Output.Should().StartWith($"plan: nothing changed, {Writes + 1} as they should be");
        }
    }

    private async Task KillWhenItStrikesAsync(Syncs syncs)
    {
        using var process = VegaGateProgram.Start(VegaGateProgram.Describe(syncs.Workspace.Folder, syncs.Variables, Repository.Program, ["apply", "--tracker", "github"]));
        while (await GitHub.FaultsFiredAsync() == 0)
        {
            process.HasExited.Should().BeFalse("it has more to write");
            await Task.Yield();
        }

        process.Kill();
        await process.WaitForExitAsync();
    }
}
