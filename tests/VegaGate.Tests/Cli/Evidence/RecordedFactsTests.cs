using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.Evidence;
using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Tests.Cli.Evidence;

/// <summary>
/// Whatever the gate can decide by is in the evidence. Who adds a fact makes these tests fail, until <see cref="RecordedFacts"/> and its neighbours carry it:
/// add it to the record, to its <c>Of</c> and to its way back, and write the schema and the version anew.
/// </summary>
public sealed class RecordedFactsTests
{
    /// <summary>What decides nothing.</summary>
    private static readonly string[] NoInputs =
    [
        "GateFacts.Blockers", // They follow from the issues and the reports.
        "IssueFacts.Reports", // So do they.
        "IssueFacts.ReadySince", // So does that.
        "TrackedIssue.UpdatedAt", // Says whether it must be read anew.
        "TrackedIssue.IsUntouched", // Spares a request.
        "TrackedIssue.IsLocked", // Says whether a sync can take it over.
        "IssueFacts.TextAnnounced", // Found in the timeline, whenever a state is made of it.
        "Commented.IsAcknowledged", // Spares a reaction.
    ];

    private static readonly Checklist List = ValidList.Parse("""
        checklist: list
        title: A list
        people: { zev: { github: zev }, rr: { github: rr } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: x, title: Do it }]
            handoff:
              to: rr
              artifacts:
                - { name: Report, path: report.md }
                - { name: Change, pull-request: 12 }
                - { name: Word, url: "https://example.com" }
        """);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_fact_comes_back_from_the_file_as_it_was(bool flag)
    {
        var facts = WithMarkers(Fill(flag).Make<GateFacts>());

        var read = Reread(RecordedFacts.Of(facts, [List])).ToFacts([List]);

        Filled.Differences(facts, read, NoInputs).Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void So_does_everything_that_is_asked(bool flag)
    {
        var request = Fill(flag).Make<GateRequest>();

        Filled.Differences(request, Reread(RecordedRequest.Of(request)).ToRequest(), []).Should().BeEmpty();
    }

    [Fact]
    public void So_does_what_the_configuration_makes_of_findings()
    {
        var policy = Fill(flag: true).Make<SeverityPolicy>();

        var read = policy.Layers.Select(layer => Reread(RecordedSeverities.Of(layer)).ToLayer());

        Filled.Differences(policy.Layers.Select(Show), read.Select(Show), []).Should().BeEmpty();

        static object Show(SeverityLayer layer) => new { Files = layer.Files?.Select(file => file.ToString()), layer.Settings };
    }

    [Fact]
    public void The_filling_leaves_nothing_out()
    {
        var facts = Fill(flag: true).Make<GateFacts>();

        facts.Issues.Should().HaveCount(2);
        facts.Issues.Values.First().Timeline.Select(entry => entry.GetType()).Should().BeEquivalentTo(typeof(TimelineEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TimelineEvent))));
        Filled.Differences(facts, facts with { IsCommitProtected = false }, []).Should().ContainSingle();
        Filled.Differences(facts, facts with { Missing = ImmutableDictionary<ItemId, int>.Empty }, []).Should().ContainSingle();
    }

    private static Filled Fill(bool flag)
    {
        var artifacts = new Queue<Artifact>(List.Sections[0].Handoff!.Artifacts);
        return new Filled(flag)
            .With(at => new ItemId("list", null, $"i{at}"))
            .With(_ => artifacts.Dequeue())
            .With(at => new PathPattern($"folder{at}/**"))
            .With(at => new IssueMarker($"list/i{at}", $"{at:x16}", new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero).AddTicks(at), "todo", new MarkerBaseline("t", "b", "a", "m")));
    }

    /// <summary>As it is read, the marker is that of the body.</summary>
    private static GateFacts WithMarkers(GateFacts facts) => facts with
    {
        Issues = facts.Issues.ToDictionary(pair => pair.Key, pair => pair.Value with
        {
            Marked = pair.Value.Marked with { Issue = pair.Value.Issue with { Body = $"{pair.Value.Marked.Marker}\n{pair.Value.Issue.Body}" } },
        }),
    };

    private static EvidenceInputs Inputs => new("0", "tracker", null, [], [], new RecordedRequest(null, null, null, null), null, [], RecordedFacts.Of(GateFacts.None(DateTimeOffset.UnixEpoch), []));

    private static RecordedFacts Reread(RecordedFacts facts) => Reread(Inputs with { Facts = facts }).Facts!;

    private static RecordedRequest Reread(RecordedRequest request) => Reread(Inputs with { Request = request }).Request;

    private static RecordedSeverities Reread(RecordedSeverities severities) => Reread(Inputs with { Severities = [severities] }).Severities.Single();

    private static EvidenceInputs Reread(EvidenceInputs inputs) =>
        EvidenceJson.Read(System.Text.Encoding.UTF8.GetBytes(EvidenceJson.Render(new EvidenceDocument(EvidenceDocument.FormatVersion, "hold", ReasonCode.Open, "", [], inputs)))).Inputs;
}
