using System.Text.Json.Nodes;
using VegaGate.Cli;
using VegaGate.Tests.Cli.LocalTracker;
using VegaGate.Tests.Escalation;

namespace VegaGate.Tests.Cli.Commands;

/// <summary>The whole program on the embedded tracker, at times that the test says.</summary>
public sealed class EscalateCommandTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_blocker_is_called_level_by_level_and_its_end_is_told_with_its_time()
    {
        var time = new SelfMovingTime { Now = Nine.AddHours(-1) };
        using var folder = new ProgramFolder { Time = time }.Write("checklists/a.yaml", EscalationScene.FourLevels);
        folder.Run("apply").Should().Be(ExitCode.Success, "{0}", folder.Error);
        time.Now = Nine;
        folder.Run("say", "1.1", "/block Production outages critical: it is down", "--as", "zev").Should().Be(ExitCode.Success, "{0}", folder.Error);

        Escalate(0).Should().Be("1");
        Escalate(15).Should().Be("");
        Escalate(60).Should().Be("2");
        Escalate(121).Should().Be("3,4");
        Escalate(121).Should().Be("");
        folder.Run("gate", "--phase", "run").Should().Be(ExitCode.Findings);
        folder.Output.Should().Contain("blocker-open: A critical blocker holds everything: 1.1 (#").And.Contain("blocker (1.1, critical, Production outages, #");
        time.Now = Nine.AddMinutes(130);
        folder.Run("say", "1.1", "/unblock", "--as", "zev");
        Escalate(135).Should().Be("over after 130 of 120");
        Escalate(150).Should().Be("");
        folder.Run("escalate").Should().Be(ExitCode.Success);
        folder.Output.Should().Be("0 notifications (embedded tracker, .vegagate/tracker.json)\n");

        string Escalate(int minute)
        {
            time.Now = Nine.AddMinutes(minute);
            folder.Run("escalate", "--format", "json").Should().Be(ExitCode.Success, "{0}", folder.Error);
            return string.Join("; ", JsonNode.Parse(folder.Output)!.AsArray().Select(notice => notice!["kind"]!.GetValue<string>() == "resolved"
                ? $"over after {notice["minutes"]} of {notice["target-minutes"]}"
                : string.Join(',', notice["levels"]!.AsArray().Select(level => level!.GetValue<int>()))));
        }
    }

    [Fact]
    public void A_list_without_escalation_is_left_alone_and_costs_no_tracker()
    {
        using var folder = new ProgramFolder().Write("checklists/a.yaml", ProgramFolder.List.Replace("1.10", "a", StringComparison.Ordinal));

        folder.Run("escalate").Should().Be(ExitCode.Success);

        folder.Output.Should().StartWith("0 notifications");
        Directory.Exists(folder.Of(".vegagate")).Should().BeFalse();
    }

    [Fact]
    public void The_form_is_written_once_and_known_to_be_current_or_not()
    {
        using var folder = new ProgramFolder().Write("checklists/a.yaml", EscalationScene.FourLevels);
        const string form = ".github/ISSUE_TEMPLATE/blocker.yml";

        folder.Run("form", "--check").Should().Be(ExitCode.Findings);
        File.Exists(folder.Of(form)).Should().BeFalse();
        folder.Run("form").Should().Be(ExitCode.Success);
        folder.Output.Should().Be($"{form} written\n");
        folder.Run("form", "--check").Should().Be(ExitCode.Success);
        folder.Output.Should().Be($"{form} is current\n");
        folder.Write("checklists/a.yaml", EscalationScene.FourLevels.Replace("Production outages", "Outages", StringComparison.Ordinal));
        folder.Run("form", "--check").Should().Be(ExitCode.Findings);
        folder.Output.Should().Be($"{form} is not current; write it with `vegagate form`\n");
        folder.Run("form", "checklists/a.yaml", "--out", "other.yml").Should().Be(ExitCode.Success);
        folder.Read("other.yml").Should().Contain("Outages").And.NotContain("Production");
        Directory.GetFiles(folder.Path, "*tmp*", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Fact]
    public void Of_several_lists_each_has_a_form_of_its_own()
    {
        using var folder = new ProgramFolder().Write("checklists/a.yaml", ProgramFolder.List.Replace("1.10", "a", StringComparison.Ordinal));
        folder.Run("form").Should().Be(ExitCode.Usage);
        folder.Error.Should().Contain("no checklist has `escalation`");

        folder.Write("checklists/b.yaml", EscalationScene.FourLevels).Write("checklists/c.yaml", EscalationScene.FourLevels.Replace("checklist: list", "checklist: other", StringComparison.Ordinal));
        folder.Run("form", "--check").Should().Be(ExitCode.Findings);
        folder.Run("form").Should().Be(ExitCode.Success);
        folder.Output.Should().Be(".github/ISSUE_TEMPLATE/blocker-list.yml written\n.github/ISSUE_TEMPLATE/blocker-other.yml written\n");
        folder.Read(".github/ISSUE_TEMPLATE/blocker-other.yml").Should().Contain("checklist:other");
        folder.Run("form", "--check").Should().Be(ExitCode.Success);
        folder.Run("form", "--out", "x.yml").Should().Be(ExitCode.Usage);
        folder.Error.Should().Contain("list, other have one each: name one file, such as `vegagate form checklists/b.yaml --out x.yml`.");
        folder.Run("form", "checklists/c.yaml").Should().Be(ExitCode.Success);
        folder.Output.Should().Be(".github/ISSUE_TEMPLATE/blocker.yml written\n");
    }
}
