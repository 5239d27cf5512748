using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>Where the answer goes, and what happens when it cannot.</summary>
public sealed class OutputTests
{
    [Fact]
    public async Task A_reader_that_goes_away_early_stops_nothing_and_changes_no_exit_code()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var workspace = Workspace.WithRepositoryChecklists();
        (await ShellAsync(workspace, "{ \"$1\" apply checklists; echo $? > code; } | head -n 1")).Exits(0).Lines.Should().ContainSingle();
        workspace.Read("code").Should().Be("0\n");
        workspace.Tracker.Issues.Should().HaveCount(102);

        var gate = (await ShellAsync(workspace, "{ \"$1\" gate checklists --details; echo $? > code; } | head -n 1")).Exits(0);

        workspace.Read("code").Should().Be("1\n");
        gate.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task An_answer_that_cannot_be_written_is_a_failure_in_one_line()
    {
        if (!File.Exists("/dev/full"))
            return;
        using var workspace = Workspace.WithRepositoryChecklists();

        var run = (await ShellAsync(workspace, "\"$1\" validate checklists > /dev/full")).Exits(3);

        run.Error.Should().Be("vegagate: The output cannot be written: No space left on device.\n");
    }

    [Fact]
    public async Task Streams_that_share_a_file_do_not_overwrite_each_other()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var workspace = Workspace.WithRepositoryChecklists();

        (await ShellAsync(workspace, "echo before > log; \"$1\" validate checklists >> log 2>&1; \"$1\" validate nowhere >> log 2>&1; echo after >> log")).Exits(0);

        var lines = workspace.Read("log").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].Should().Be("before");
        lines[^3..].Should().Equal("3 files checked: 4 warnings", "vegagate: there is no file or folder nowhere.", "after");
    }

    [Theory]
    [InlineData("console")]
    [InlineData("json")]
    public async Task Findings_are_the_same_bytes_on_one_processor_and_on_several(string format)
    {
        using var workspace = new Workspace();
        for (var file = 0; file < 60; file++)
            workspace.Write($"checklists/{file % 7}/{file}.yaml", $"checklist: list-{file % 11}\ntitle: T\npeople: {{ zev: {{ github: zev }} }}\nsections: [{{ id: s, title: S, items: [{{ id: {file}, title: T, owners: nobody }}] }}]\n{(file % 5 == 0 ? "a: [" : "")}");

        var runs = new List<ProgramRun>();
        foreach (var processors in new[] { "1", "2", "4" })
            runs.Add((await workspace.RunAsync(VegaGateProgram.Variables(("DOTNET_PROCESSOR_COUNT", processors)), "validate", "checklists", "--format", format)).Exits(1));

        runs.Select(run => run.Output).Distinct(StringComparer.Ordinal).Should().ContainSingle().Which.Should().Contain("list-10");
    }

    private static Task<ProgramRun> ShellAsync(Workspace workspace, string script) => VegaGateProgram.RunAsync(
        VegaGateProgram.Describe(workspace.Folder, VegaGateProgram.Variables(("PATH", "/usr/bin:/bin")), "/bin/sh", ["-c", script, "sh", Repository.Program]),
        TimeSpan.FromSeconds(60));
}
