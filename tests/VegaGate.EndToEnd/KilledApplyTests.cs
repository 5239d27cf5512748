using System.Diagnostics;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>A process that is ended without a word, at any moment, leaves a whole file; the next one ends where an undisturbed one would have.</summary>
public sealed class KilledApplyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(14)]
    [InlineData(20)]
    [InlineData(28)]
    [InlineData(37)]
    [InlineData(47)]
    [InlineData(58)]
    [InlineData(70)]
    [InlineData(85)]
    public async Task It_can_be_run_again_to_the_same_end(int changes)
    {
        using var workspace = Workspace.WithRepositoryChecklists();

        var left = await ApplyAndKillAsync(workspace, changes);

        left.Should().BeInRange(0, 100);
        await EndsWhereAnUndisturbedRunEndsAsync(workspace);
    }

    [Fact]
    public async Task It_can_be_killed_again_and_again()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        var left = new List<int>();

        for (var round = 0; round < 4; round++)
            left.Add(await ApplyAndKillAsync(workspace, 19));

        left.Should().BeInAscendingOrder();
        left[0].Should().BeLessThan(100, "the kill came in the middle");
        await EndsWhereAnUndisturbedRunEndsAsync(workspace);
    }

    private static async Task EndsWhereAnUndisturbedRunEndsAsync(Workspace workspace)
    {
        (await workspace.RunAsync("apply", "checklists")).Exits(0);
        workspace.Tracker.Identities.Should().HaveCount(100).And.OnlyHaveUniqueItems();
        (await workspace.RunAsync("plan", "checklists")).Exits(0).Output.Should().Contain("plan: nothing changed, 100 as they should be");
        Directory.GetFiles(workspace.PathOf(".vegagate"), "*.tmp").Should().BeEmpty();
    }

    /// <summary>Ends the process as soon as it has replaced the file so many times, and gives the number of issues in what it left.</summary>
    private static async Task<int> ApplyAndKillAsync(Workspace workspace, int changes)
    {
        Directory.CreateDirectory(workspace.PathOf(".vegagate"));
        using var watcher = new FileSystemWatcher(workspace.PathOf(".vegagate"));
        var seen = 0;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Renamed += (_, change) =>
        {
            if (change.Name == "tracker.json" && Interlocked.Increment(ref seen) == changes)
                reached.TrySetResult();
        };
        watcher.EnableRaisingEvents = true;
        using var process = VegaGateProgram.Start(VegaGateProgram.Describe(workspace.Folder, VegaGateProgram.NoVariables, Repository.Program, ["apply", "checklists"]));

        await Task.WhenAny(reached.Task, process.WaitForExitAsync());
        Kill(process);
        await process.WaitForExitAsync();

        return File.Exists(workspace.TrackerFile) ? workspace.Tracker.Issues.Length : 0;
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited)
            process.Kill();
    }
}
