using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>A process that is ended without a word, at any moment, leaves a whole file; the next one ends where an undisturbed one would have.</summary>
public sealed class KilledApplyTests
{
    private const int Moments = 12;
    private const int MostAttempts = 40;

    /// <summary>Of an undisturbed run: labels, a milestone, an issue for each item and hand-off, and one for each list.</summary>
    private const int Changes = 119;

    [Fact]
    public async Task Wherever_it_is_killed_it_can_be_run_again_to_the_same_end()
    {
        var moments = new HashSet<long>();
        for (var attempt = 0; moments.Count < Moments; attempt++)
        {
            attempt.Should().BeLessThan(MostAttempts, "a kill comes before the end of the process now and then");
            using var workspace = Workspace.WithRepositoryChecklists();

            if (await ApplyAndKillAsync(workspace, 1 + attempt * 11 % Changes))
                moments.Add(File.Exists(workspace.TrackerFile) ? new FileInfo(workspace.TrackerFile).Length : 0);

            if (File.Exists(workspace.TrackerFile))
                workspace.Tracker.Identities.Should().OnlyHaveUniqueItems();
            await EndsWhereAnUndisturbedRunEndsAsync(workspace);
        }
    }

    [Fact]
    public async Task It_can_be_killed_again_and_again()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        var left = new List<int>();

        for (var round = 0; round < 4; round++)
        {
            await ApplyAndKillAsync(workspace, 19);
            left.Add(workspace.Tracker.Issues.Length);
        }

        left.Should().BeInAscendingOrder();
        await EndsWhereAnUndisturbedRunEndsAsync(workspace);
    }

    private static async Task EndsWhereAnUndisturbedRunEndsAsync(Workspace workspace)
    {
        (await workspace.RunAsync("apply", "checklists")).Exits(0);
        workspace.Tracker.Identities.Should().HaveCount(102).And.OnlyHaveUniqueItems();
        (await workspace.RunAsync("plan", "checklists")).Exits(0).Output.Should().Contain("plan: nothing changed, 102 as they should be");
        (await workspace.RunAsync("say", "8.6", "/start", "--as", "zev")).Exits(0);
        Directory.GetFiles(workspace.PathOf(".vegagate"), "*.tmp").Should().BeEmpty("the next write sweeps what was left");
    }

    /// <summary>Ends the process (SIGKILL) as soon as it has replaced the file so many times. False when it had come to its end before.</summary>
    private static async Task<bool> ApplyAndKillAsync(Workspace workspace, int changes)
    {
        Directory.CreateDirectory(workspace.PathOf(".vegagate"));
        using var watcher = new FileSystemWatcher(workspace.PathOf(".vegagate"));
        var reached = new TaskCompletionSource();
        var seen = 0;
        watcher.Renamed += (_, change) =>
        {
            if (change.Name == "tracker.json" && ++seen == changes)
                reached.TrySetResult();
        };
        watcher.EnableRaisingEvents = true;
        using var process = VegaGateProgram.Start(VegaGateProgram.Describe(workspace.Folder, VegaGateProgram.NoVariables, Repository.Program, ["apply", "checklists"]));
        // On the watcher's own thread: one that waits for its turn comes late.
        var killed = reached.Task.ContinueWith(_ => process.Kill(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        await process.WaitForExitAsync();
        if (reached.Task.IsCompleted)
            await killed;
        return process.ExitCode != 0;
    }
}
