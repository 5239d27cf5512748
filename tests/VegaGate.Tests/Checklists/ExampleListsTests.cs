using VegaGate.Checklists;
using VegaGate.Syntax;

namespace VegaGate.Tests.Checklists;

/// <summary>Counts the two examples against the documents that they were written from.</summary>
public sealed class ExampleListsTests
{
    private static readonly YamlTree GoLiveTree = Read("checklists/examples/vega77-go-live.yaml");
    private static readonly YamlTree DeploymentTree = Read("checklists/examples/vauntico-deployment.yaml");
    private static readonly Checklist GoLive = ChecklistBinder.Bind(GoLiveTree)!;
    private static readonly Checklist Deployment = ChecklistBinder.Bind(DeploymentTree)!;

    [Fact]
    public void The_go_live_list_has_twelve_sections_and_64_items()
    {
        GoLive.HasPhases.Should().BeFalse();
        GoLive.Sections.Select(section => section.Items.Length).Should().Equal(5, 4, 5, 5, 5, 6, 3, 7, 5, 9, 6, 4);
        GoLive.Items.Should().HaveCount(64).And.OnlyContain(item => item.IsRequired);
        GoLive.Items.Select(item => item.Id!.Value).Should().Equal(
            GoLive.Sections.SelectMany((section, index) => Enumerable.Range(1, section.Items.Length).Select(number => $"{index + 1}.{number}")));
    }

    [Fact]
    public void The_go_live_list_has_the_owners_of_the_document()
    {
        var combinations = GoLive.Items.Select(item => string.Join(" / ", item.Owners.Select(owner => owner.Value))).ToList();

        combinations.Distinct(StringComparer.Ordinal).Should().HaveCount(16);
        GoLive.Items.SelectMany(item => item.Owners).CountBy(owner => owner.Value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal).Should().BeEquivalentTo(new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["zev"] = 53,
            ["rr"] = 17,
            ["kate"] = 16,
            ["ops"] = 7,
            ["ops-lead"] = 4,
            ["payment"] = 1,
            ["tech"] = 1,
            ["cs"] = 1,
            ["admin"] = 1,
            ["cs-lead"] = 1,
        });
    }

    [Fact]
    public void The_go_live_list_has_the_statuses_and_pass_conditions_of_the_document()
    {
        GoLive.Items.Count(item => item.RecordedStatus == ItemStatus.Done).Should().Be(4);
        GoLive.Items.Count(item => item.RecordedStatus == ItemStatus.Todo).Should().Be(60);
        GoLive.Items.Should().OnlyContain(item => item.Status != null && !string.IsNullOrEmpty(item.Pass));
        GoLive.Gate.Stages.Select(stage => stage.Value).Should().Equal("deploy", "go-live", "close");
        GoLive.Gate.Require.Should().Equal("owner", "status", "sign-off");
        Get<YamlSequence>(GoLiveTree.Root, "related").Items.Should().HaveCount(3);
    }

    [Fact]
    public void The_deployment_list_has_five_phases_and_31_items()
    {
        Deployment.HasPhases.Should().BeTrue();
        Deployment.Sections.Select(phase => phase.Items.Length).Should().Equal(6, 7, 6, 6, 6);
        Deployment.Items.Should().HaveCount(31).And.OnlyContain(item => item.RecordedStatus == ItemStatus.Todo && item.Owners.Length == 1);
    }

    [Fact]
    public void The_deployment_list_hands_over_in_turns()
    {
        var handoffs = Deployment.Sections.Select(phase => phase.Handoff!).ToList();

        handoffs.Select(handoff => handoff.Criteria.Length).Should().Equal(4, 5, 5, 5, 5);
        handoffs.Select(handoff => handoff.Artifacts.Length).Should().Equal(4, 5, 5, 5, 5);
        handoffs.Select(handoff => handoff.IsCritical).Should().Equal(true, false, true, false, true);
        handoffs.Select(handoff => (handoff.From.Single().Value, handoff.To.Single().Value)).Should().Equal(
            ("kilo", "cline"), ("cline", "kilo"), ("kilo", "cline"), ("cline", "kilo"), ("kilo", "cline"));
    }

    [Fact]
    public void The_deployment_list_has_the_steps_and_the_escalation_of_the_document()
    {
        var steps = Deployment.HandoffSteps;
        var escalation = Get<YamlMapping>(DeploymentTree.Root, "escalation");

        (steps.Before.Length, steps.During.Length, steps.After.Length).Should().Be((5, 5, 5));
        Get<YamlSequence>(escalation, "classes").Items.Should().HaveCount(5);
        Get<YamlSequence>(escalation, "levels").Items.Should().HaveCount(4);
    }

    [Theory, MemberData(nameof(Repository.Checklists), MemberType = typeof(Repository))]
    public void Each_keeps_to_the_format(string path)
    {
        var tree = Read(path);

        tree.Diagnostics.Should().BeEmpty();
        ChecklistBinder.Bind(tree)!.FormatFindings.Should().BeEmpty();
    }

    private static YamlTree Read(string path) => YamlReader.Read(path, Repository.ReadBytes(path));

    private static T Get<T>(YamlNode? mapping, string key)
        where T : YamlNode => (T)((YamlMapping)mapping!).Find(key)!.Value;
}
