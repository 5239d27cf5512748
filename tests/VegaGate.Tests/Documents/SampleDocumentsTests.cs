using VegaGate.Checklists;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Tests.Documents;

/// <summary>The two documents of a real team, and one of them as it came out of a chat: without a line break.</summary>
public sealed class SampleDocumentsTests
{
    public static TheoryData<string> Samples { get; } = ["go-live-checklist.md", "go-live-checklist.flattened.md", "deployment-handoff-protocol.md"];

    [Theory]
    [InlineData("go-live-checklist.md")]
    [InlineData("go-live-checklist.flattened.md")]
    public void The_go_live_checklist_comes_in_whole(string file)
    {
        var result = Imports.Sample(file);
        var list = Imports.List(result);

        list.Sections.Should().HaveCount(12);
        list.Items.Should().HaveCount(64);
        list.Items.Select(item => string.Join('/', Imports.Owners(item).Select(list.People.NameOf))).Distinct(StringComparer.Ordinal).Should().HaveCount(16);
        list.Items.Count(item => item.RecordedStatus == ItemStatus.Done).Should().Be(4);
        list.Items.Should().OnlyContain(item => !string.IsNullOrEmpty(item.Pass));
        list.Sections.Select(section => section.Items.Length).Should().Equal(5, 4, 5, 5, 5, 6, 3, 7, 5, 9, 6, 4);
        result.Lines.Left.Should().BeEmpty();
    }

    [Fact]
    public void A_document_that_lost_its_line_breaks_gives_the_same_list_and_a_notice()
    {
        var flattened = Imports.Sample("go-live-checklist.flattened.md");

        flattened.Yaml.Should().Be(Imports.Sample("go-live-checklist.md").Yaml);
        flattened.Findings.Select(finding => finding.Descriptor.Id).Should().Equal("VG9003");
    }

    [Fact]
    public void The_hand_off_protocol_comes_in_whole()
    {
        var result = Imports.Sample("deployment-handoff-protocol.md");
        var list = Imports.List(result);

        list.HasPhases.Should().BeTrue();
        list.Sections.Should().HaveCount(5);
        list.Sections.Select(phase => phase.Items.Length).Should().Equal(6, 7, 6, 6, 6);
        (list.Items.Length + list.HandoffSteps.Before.Length + list.HandoffSteps.During.Length + list.HandoffSteps.After.Length).Should().Be(46);
        list.HandoffSteps.After.Should().Contain("Update documentation with lessons learned");
        list.Sections.Select(phase => phase.Handoff!.Criteria.Length).Should().Equal(4, 5, 5, 5, 5);
        list.Sections.Select(phase => phase.Handoff!.Artifacts.Length).Should().Equal(4, 5, 5, 5, 5);
        list.Escalation!.Classes.Should().HaveCount(5);
        list.Escalation.Levels.Select(level => level.After.Value).Should().Equal("0m", "1h", "2h", "unresolved");
        list.Communication!.Meetings!.Critical!.Value.Should().Be("required");
    }

    [Fact]
    public void What_was_guessed_and_left_of_the_protocol_is_said_at_its_line()
    {
        var result = Imports.Sample("deployment-handoff-protocol.md");

        Lines("VG9002").Should().Equal(3);
        Lines("VG9008").Should().Equal(278);
        Lines("VG9010").Should().Equal(250);
        Lines("VG9004").Should().Equal(333);
        result.Findings.Single(finding => finding.Descriptor.Id == "VG9010").Message.Should().Be("The matrix calls phase 4 \"Monitoring\"; its heading says \"Monitoring & Alerts\".");

        IEnumerable<int> Lines(string id) => result.Findings.Where(finding => finding.Descriptor.Id == id).Select(finding => finding.Source.GetPosition(finding.Span.Start).Line);
    }

    [Fact]
    public void Beside_the_example_the_go_live_list_lacks_only_what_a_person_added() => Differences("go-live-checklist.md", "vega77-go-live").Should().BeEquivalentTo(
    [
        "+milestone", "+gate",
        "~checklist", // the name that a person gave
        "~people", "+teams", // logins, and who of the names is a group
        "~sections.id", "+sections.before", // short names, and stages
        "+sections.items.before", "+sections.items.needs",
        "+sections.items.verify", // what a machine can check
    ]);

    [Fact]
    public void Beside_the_example_the_protocol_lacks_only_what_a_person_added() => Differences("deployment-handoff-protocol.md", "vauntico-deployment").Should().BeEquivalentTo(
    [
        "~checklist", // the name that a person gave
        "~people", "~teams", // members and logins
        "+roles", "+phases.roles",
        "~communication.status-update.channels", // "slack:#deployment" for "Slack #deployment channel"
    ]);

    [Theory, MemberData(nameof(Samples))]
    public void Every_word_of_a_line_that_was_taken_is_in_the_list(string file)
    {
        if (!file.Contains("flattened", StringComparison.Ordinal))
            LineAccount.ShouldHold(Imports.Sample(file));
    }

    /// <summary>The places where the example departs from what the import made: + for what it adds, - for what it lacks, ~ for what it says differently.</summary>
    private static HashSet<string> Differences(string document, string example)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var made = Imports.Sample(document).Root!;
        var written = (YamlMapping)YamlTreeParser.Parse(SourceText.FromString("a", Repository.ReadText($"checklists/examples/{example}.yaml"))).Root!;
        Compare(VegaGate.Documents.Writing.TreeShape.Of(made, ChecklistFormat.Mapping), VegaGate.Documents.Writing.TreeShape.Of(written, ChecklistFormat.Mapping), "", found);
        return found;
    }

    private static void Compare(YamlNode made, YamlNode written, string path, HashSet<string> found)
    {
        switch (made, written)
        {
            case (YamlMapping a, YamlMapping b) when path is not ("people" or "teams"):
                var prefix = path.Length == 0 ? "" : path + ".";
                found.UnionWith(b.Entries.Where(entry => a.Find(entry.Key.Value) is null).Select(entry => "+" + prefix + entry.Key.Value));
                found.UnionWith(a.Entries.Where(entry => b.Find(entry.Key.Value) is null).Select(entry => "-" + prefix + entry.Key.Value));
                foreach (var entry in a.Entries.Where(entry => b.Find(entry.Key.Value) is not null))
                    Compare(entry.Value, b.Find(entry.Key.Value)!.Value, prefix + entry.Key.Value, found);
                break;
            case (YamlSequence a, YamlSequence b) when a.Items.Length == b.Items.Length && a.Items.Any(item => item is YamlMapping):
                for (var at = 0; at < a.Items.Length; at++)
                    Compare(a.Items[at], b.Items[at], path, found);
                break;
            default:
                if (Text(made) != Text(written))
                    found.Add("~" + path);
                break;
        }
    }

    private static string Text(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Value,
        YamlSequence sequence => string.Join('|', sequence.Items.Select(Text)),
        YamlMapping mapping => string.Join('|', mapping.Entries.Select(entry => $"{entry.Key.Value}={Text(entry.Value)}")),
        _ => "",
    };
}
