using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

/// <summary>What somebody sees who has just cloned this repository.</summary>
public sealed class FirstRunTests
{
    [Fact]
    public async Task Run_walks_the_whole_way_from_the_files_to_the_gate()
    {
        using var workspace = Workspace.WithRepositoryChecklists();

        var run = (await workspace.RunAsync("run", "checklists", "--tracker", "local")).Exits(0);

        run.Error.Should().BeEmpty();
        run.Lines[0].Should().Be("3 checklists validated, 109 items");
        run.Output.Should().Contain("plan: 102 to create, 0 as they should be (embedded tracker, .vegagate/tracker.json)");
        run.Lines[^1].Should().Be("decision: hold");
        workspace.Tracker.Identities.Count(id => id.StartsWith("vega77-go-live/", StringComparison.Ordinal)).Should().Be(65);
        workspace.Tracker.Identities.Count(id => id.StartsWith("vauntico-deployment/", StringComparison.Ordinal)).Should().Be(31 + 5 + 1);
        workspace.Tracker.Identities.Where(id => id.Contains("#handoff/", StringComparison.Ordinal)).Should().BeEquivalentTo(
            new[] { "secrets-and-merge", "validation", "payments", "monitoring-and-alerts", "revenue-activation" }.Select(phase => $"vauntico-deployment/#handoff/{phase}"));
        workspace.Tracker.Identities.Should().HaveCount(102).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_decision_names_who_must_act()
    {
        using var workspace = Workspace.WithRepositoryChecklists();

        var run = (await workspace.RunAsync("run", "checklists", "--tracker", "local")).Exits(0);

        run.Lines.Should().ContainInOrder(
            "HOLD (release-missing): 100 items not clear, 3 of 3 checklists hold (embedded tracker, .vegagate/tracker.json)",
            "  Kilo (Development)                  18  1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6 and 6 more",
            "  outside-window: The launch window closed at 2026-03-02 16:00:00Z: name a new one in the file.",
            "  Zev                       53  1.1, 1.5, 2.1, 2.2, 2.3, 2.4, 3.1, 3.2, 3.3, 3.4, 3.5, 4.1 and 41 more",
            "  Tech                       1  10.6",
            "  release-missing: This list is walked for each release: say which one with --release.");
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        (await workspace.RunAsync("run", "checklists", "--tracker", "local")).Exits(0);
        var before = workspace.TrackerBytes;

        var run = (await workspace.RunAsync("run", "checklists", "--tracker", "local")).Exits(0);

        run.Output.Should().Contain("plan: nothing changed, 102 as they should be");
        workspace.TrackerBytes.Should().Equal(before);
    }

    [Fact]
    public async Task The_gate_holds_and_says_so_by_its_exit_code()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        (await workspace.RunAsync("run", "checklists", "--tracker", "local")).Exits(0);

        (await workspace.RunAsync("gate", "checklists", "--tracker", "local")).Exits(1).Lines[^1].Should().Be("decision: hold");
    }

    [Fact]
    public async Task The_gate_holds_what_was_never_applied()
    {
        using var workspace = Workspace.WithRepositoryChecklists();

        var run = (await workspace.RunAsync("gate", "checklists", "--tracker", "local")).Exits(1);

        run.Output.Should().Contain("whoever runs `vegagate apply`").And.Contain("not-synced");
        File.Exists(workspace.TrackerFile).Should().BeFalse("the gate only reads");
    }

    [Fact]
    public async Task The_lists_of_this_repository_have_four_warnings_and_nothing_else()
    {
        using var workspace = Workspace.WithRepositoryChecklists();

        var run = (await workspace.RunAsync("validate", "checklists")).Exits(0);

        run.Lines.Where(line => line.Contains("warning VG", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(" Item", StringComparison.Ordinal)]).Should().Equal(
            new[] { 101, 106, 114, 121 }.Select(line => $"checklists/examples/vega77-go-live.yaml:{line}:17: warning VG3002:"));
        run.Lines[^1].Should().Be("3 files checked: 4 warnings");
    }

    [Fact]
    public async Task A_list_for_each_release_has_its_own_issues_for_each()
    {
        using var workspace = Workspace.WithRepositoryChecklists();
        foreach (var release in new[] { "v1.0.0", "v1.1.0", "v1.0.0" })
            (await workspace.RunAsync("apply", "checklists/vegagate-release.yaml", "--release", release)).Exits(0);

        workspace.Tracker.Identities.Where(id => id.StartsWith("vegagate-release@v1.0.0/", StringComparison.Ordinal)).Should().HaveCount(15);
        workspace.Tracker.Identities.Should().HaveCount(30).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_program_says_its_version()
    {
        using var workspace = new Workspace();

        (await workspace.RunAsync("--version")).Exits(0).Output.Should().MatchRegex(@"\A\d+\.\d+\.\d+\S*\n\z");
    }
}
