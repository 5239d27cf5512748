using System.Collections.Immutable;
using System.Text;
using VegaGate.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Gate;
using VegaGate.Gate.Blocking;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Cli.Evidence;

/// <summary>The decision that recorded inputs give: the one way to a document, for who writes one and for who verifies it.</summary>
internal sealed record DecidedEvidence(EvidenceDocument Document, GateResult Result)
{
    /// <summary>Decides by what is recorded and nothing else.</summary>
    /// <exception cref="UnusableEvidenceException">Nothing can be decided from it.</exception>
    public static DecidedEvidence Of(EvidenceInputs inputs)
    {
        if (inputs.Problem is null == inputs.Facts is null)
            throw new UnusableEvidenceException("there must be either facts, or the problem that kept them from being read");
        var (result, lists) = inputs.Problem is { } problem ? (GateResult.Unknown(problem.ReasonCode, problem.Sentence), []) : Decide(inputs, inputs.Facts!);
        var document = new EvidenceDocument(EvidenceDocument.FormatVersion, result.Decision, result.Reason, EvidenceJson.DigestOf(inputs), lists.IsEmpty ? [.. result.Lists.Select(list => Tell(list, null, ImmutableDictionary<ItemId, SpokenItem>.Empty))] : lists, inputs);
        return new DecidedEvidence(document, result);
    }

    /// <summary>The lists as their recorded texts say, without who is in their teams.</summary>
    /// <exception cref="UnusableEvidenceException">A text has errors.</exception>
    public static ImmutableArray<Checklist> Bind(EvidenceInputs inputs)
    {
        // The rules that ask for the time were answered by the clock of the gate's machine, which is not the tracker's: at the end of all time nothing lies in the
        // future, and what is over is a warning, whatever the configuration makes of it.
        var validation = Validator.Validate(
            inputs.Checklists.Select(file => YamlReader.Read(file.Path, Encoding.UTF8.GetBytes(file.Text))), RuleCatalog.All, DateTimeOffset.MaxValue, PolicyOf(inputs));
        return validation.Diagnostics.FirstOrDefault(finding => finding is { Severity: DiagnosticSeverity.Error, Descriptor.Severity: DiagnosticSeverity.Error }) is { } error
            ? throw new UnusableEvidenceException($"a recorded text has errors, and from such a list nothing is decided: {Notices.Show(error).TrimEnd('.')}")
            : validation.Checklists;
    }

    private static (GateResult Result, ImmutableArray<ListEvidence> Lists) Decide(EvidenceInputs inputs, RecordedFacts recorded)
    {
        var checklists = TeamMembership.Apply(Bind(inputs), recorded.TeamSources);
        var resolver = new ItemStateResolver(inputs.Identities);
        var asked = inputs.Request.ToRequest();
        var facts = BlockerFacts.Derive(recorded.ToFacts(checklists), GateReader.WalkedBy(checklists, asked), asked.Release, inputs.Identities);
        var result = new GateEvaluator(resolver, PolicyOf(inputs)).Evaluate(checklists, asked, facts);
        var words = KnownItem.Of(new Project(checklists, ProjectConfiguration.Default, asked.Release, null), facts.Authors)
            .ToDictionary(item => item.Scope.Id, item => new SpokenItem(item.Fingerprint, facts.Issues.GetValueOrDefault(item.Scope.Id) is { } issue ? [.. resolver.ReadHistory(item.Scope, item.Policy, issue).Entries.SelectMany(Tell)] : []));
        return (result, [.. checklists.Zip(result.Lists, (checklist, list) => Tell(list, checklist.People, words))]);
    }

    private static SeverityPolicy PolicyOf(EvidenceInputs inputs) => new([.. inputs.Severities.Select(layer => layer.ToLayer())]);

    private static ListEvidence Tell(ListResult list, People? people, IReadOnlyDictionary<ItemId, SpokenItem> words) => new(
        list.Name,
        list.Title,
        list.Path,
        list.Stage,
        list.Holds ? "hold" : "pass",
        [.. list.Reasons.Select(reason => new RecordedProblem(reason.Reason, reason.Sentence))],
        [.. list.Notices.Select(Notices.Show)],
        [.. (people?.Persons ?? []).Select(person => new PersonEvidence(person.Slug.Value, person.Name, person.Login?.Value, person.Id, person.Delegate?.Value))],
        [.. (people?.Teams ?? []).Select(team => new TeamEvidence(team.Slug.Value, team.Name, [.. team.Members.Select(member => member.Value)]))],
        [.. list.Items.Select(item => Tell(item, words[item.Id]))]);

    private static ItemEvidence Tell(ItemVerdict item, SpokenItem spoken) => new(
        item.Id.ToString(), item.Section, item.Title, item.Stage, spoken.Fingerprint, item.Verdict, item.Reason, item.Sentence, item.Issue, item.Url, item.WaitsFor, spoken.Words);

    private static IEnumerable<WordEvidence> Tell(AuditEntry entry) => entry.Said.Select(word => new WordEvidence(
        KindOf(word),
        word.Actor.Login,
        word.Actor.Id,
        word.At.ToUniversalTime(),
        word.Url,
        (word as SignOff)?.Comment,
        word.Text,
        (word as WaiverWord)?.Until,
        entry.Text is not null,
        entry.Stands == true));

    private static WordKind KindOf(Word word) => word switch
    {
        SignOff => WordKind.SignOff,
        Acceptance => WordKind.Acceptance,
        WaiverWord => WordKind.Waiver,
        NotApplicableWord => WordKind.NotApplicable,
        Objection => WordKind.Objection,
        Blocker => WordKind.Block,
        Start => WordKind.Start,
        _ => throw new NotSupportedException($"There is no kind for {word.GetType().Name}."),
    };

    private sealed record SpokenItem(string Fingerprint, ImmutableArray<WordEvidence> Words);
}
