using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>The workflows and the action under three engines that others wrote, and the checks of our own.</summary>
public sealed class WorkflowFileTests
{
    [Fact]
    public async Task The_workflows_and_the_action_of_this_repository_are_without_findings()
    {
        using var copy = new Workspace();
        copy.Write("action.yml", await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "action.yml")));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows")))
            copy.Write($".github/workflows/{Path.GetFileName(file)}", await File.ReadAllBytesAsync(file));

        var run = (await CheckAsync("--root", copy.Folder)).Exits(0);

        run.Output.Should().BeEmpty();
        run.Error.Should().MatchRegex(@"^[1-9][0-9]* files, 0 errors, 0 warnings\n$");
    }

    [Fact]
    public async Task The_workflow_of_the_manual_is_without_findings()
    {
        var manual = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "record.md"));
        var start = manual.IndexOf("name: record\n", StringComparison.Ordinal);
        using var copy = new Workspace();
        copy.Write("action.yml", await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "action.yml")));
        copy.Write(".github/workflows/record.yml", manual[start..manual.IndexOf("```", start, StringComparison.Ordinal)].Replace("OWNER/vegagate@FULL_COMMIT_ID", "./", StringComparison.Ordinal));

        (await CheckAsync("--root", copy.Folder)).Exits(0).Output.Should().BeEmpty();
    }

    /// <summary>With the action beside them, so that also what is given to it is checked, and with an action elsewhere, as people have it.</summary>
    [Theory]
    [InlineData("./")]
    [InlineData("acme/vegagate@0123456789012345678901234567890123456789")]
    public async Task The_workflows_that_init_writes_are_without_findings(string action)
    {
        using var folder = new Workspace();
        folder.Write("action.yml", await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "action.yml")));
        foreach (var phases in new[] { "--dry-run", "--phases" })
            (await folder.RunAsync("init", "--action", action, "--reusable", phases)).Exits(0);
        if (action != "./")
            Pin(folder);

        var run = (await CheckAsync("--root", folder.Folder)).Exits(0);

        run.Output.Should().BeEmpty();
        run.Error.Should().Be("7 files, 0 errors, 0 warnings\n");
    }

    [Fact]
    public async Task The_examples_of_the_manual_are_without_findings()
    {
        using var folder = new Workspace();
        folder.Write("action.yml", await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "action.yml")));
        folder.Write(".github/workflows/gate.yml", await File.ReadAllBytesAsync(Path.Combine(Repository.Root, ".github", "workflows", "gate.yml")));
        var examples = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "examples"), "*.yml");
        foreach (var file in examples)
            folder.Write($".github/workflows/{Path.GetFileName(file)}", (await File.ReadAllTextAsync(file)).Replace("OWNER/vegagate@FULL_COMMIT_ID", "./", StringComparison.Ordinal));

        var run = (await CheckAsync("--root", folder.Folder)).Exits(0);

        examples.Should().HaveCountGreaterThan(3);
        run.Output.Should().BeEmpty();
        run.Error.Should().Be($"{examples.Length + 2} files, 0 errors, 0 warnings\n");
    }

    /// <summary>As an updater of pins keeps them: with the version as a comment.</summary>
    private static void Pin(Workspace folder)
    {
        foreach (var file in Directory.GetFiles(folder.PathOf(".github/workflows")))
            File.WriteAllText(file, File.ReadAllText(file).Replace("0123456789012345678901234567890123456789\n", "0123456789012345678901234567890123456789 # v1.0.0\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_job_of_the_manual_that_passes_notifications_on_is_without_findings()
    {
        var manual = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "escalation.md"));
        var start = manual.IndexOf("  notify:\n", StringComparison.Ordinal);
        using var copy = new Workspace();
        copy.Write("action.yml", await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "action.yml")));
        copy.Write(
            ".github/workflows/escalate.yml",
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, ".github", "workflows", "escalate.yml")) + manual[start..manual.IndexOf("```", start, StringComparison.Ordinal)]);

        (await CheckAsync("--root", copy.Folder)).Exits(0).Output.Should().BeEmpty();
    }

    /// <summary>What one engine alone finds says that it ran.</summary>
    [Theory]
    [InlineData("languageservice", "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo\n        with: { x: ${{ githob.sha }} }\n")]
    [InlineData("actionlint", "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ steps.none.outputs.x }}\n")]
    [InlineData("action-validator", "on: push\njobs:\n  a:\n    steps: []\n")]
    public async Task Each_engine_finds_what_is_wrong_with_a_bad_workflow(string engine, string workflow)
    {
        using var folder = new Workspace();
        folder.Write(".github/workflows/bad.yml", workflow);

        (await CheckAsync("--root", folder.Folder)).Exits(1).Output.Should().Contain($"[{engine}]");
    }

    private static Task<ProgramRun> CheckAsync(params string[] arguments) => NodeScript.RunAsync("check-workflows.mjs", arguments, TimeSpan.FromMinutes(1));
}
