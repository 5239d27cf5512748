using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>The verdicts on the hand-offs of one list.</summary>
internal sealed class HandoffEvaluation(Checklist checklist, GateFacts facts, ItemScopes scopes, ItemStateResolver resolver)
{
    /// <summary>So many missing artifacts are named in one sentence.</summary>
    private const int MostNamed = 20;

    /// <summary>The stage of the phase; where it names none, the first that one of its items holds.</summary>
    public string StageOf(Section phase) =>
        phase.Before?.Value ?? phase.Items.Select(item => item.Before.Value).MinBy(checklist.Gate.IndexOf) ?? checklist.Gate.Stages[0].Value;

    /// <summary>The verdict on the hand-off of a phase.</summary>
    /// <param name="items">The verdicts on its items.</param>
    public ItemVerdict Judge(Section phase, Handoff handoff, string stage, ImmutableArray<ItemVerdict> items, PhaseOpening opening)
    {
        var scope = scopes.OfHandoff(phase, handoff);
        var open = items.Where(item => item.Holds).Select(item => item.Id.Item).ToImmutableArray();
        var readySince = opening.Open is null && open.IsEmpty ? items.Select(item => item.PassedSince).Append(opening.At).Max() : null;
        var issue = facts.Issues.GetValueOrDefault(scope.Id) is { } known ? known with { ReadySince = readySince } : null;
        var state = issue is null ? null : resolver.Resolve(scope, new SignOffPolicy.Any(), issue);
        var artifacts = handoff.Artifacts.Select(artifact => new ArtifactStanding(artifact, FindFact(artifact))).ToImmutableArray();
        var step = opening.Open is null ? HandoffStep.Open : HandoffStep.Waiting;
        Speaker say = Say;
        if (issue is null || state is null)
            return say.NoIssue(facts, scope);
        if (say.Conflict(facts, scope) is { } conflict)
            return conflict;
        if (issue.Marked.Marker.Fingerprint != handoff.Fingerprint || issue.Marked.Marker.Status == IssueMarker.Retired)
            return say.OtherText();
        if ((say.Objection(state, scope) ?? say.Held(state, scope)) is { } held)
            return held;
        if (opening.Open is { } earlier)
            return Say(Verdict.Pending, ReasonCode.PhaseOrder, $"The phase \"{earlier}\" comes first.");
        var missing = artifacts.Where(artifact => artifact.IsMissing).ToImmutableArray();
        if (!open.IsEmpty)
            return Say(Verdict.Pending, ReasonCode.WaitsFor, $"{open.Length} of {items.Length} items of the phase have not passed.{(missing.IsEmpty ? "" : " " + SayMissing(missing))}");
        if (!missing.IsEmpty)
            return Say(Verdict.Fail, missing.Any(artifact => artifact.Fact!.IsThere is false) ? ReasonCode.ArtifactMissing : ReasonCode.ProbeError, SayMissing(missing), scope.Owners);
        step = state.SignOffs.IsEmpty ? HandoffStep.Ready : state.Acceptance is null ? HandoffStep.Asked : HandoffStep.Accepted;
        return step switch
        {
            HandoffStep.Ready => Say(Verdict.Pending, ReasonCode.HandoffNotAccepted, $"Ready: the giver has not asked for acceptance yet (`/done`).{SayEarly(state)}", scope.Owners),
            HandoffStep.Asked => Say(Verdict.Pending, ReasonCode.HandoffNotAccepted, $"The receiving team has not accepted yet (`/accept`).{SayEarly(state)}", scope.Receivers),
            _ => Say(Verdict.Pass, ReasonCode.SignedOff, $"Accepted by {state.Acceptance!.Actor.Login}."),
        };

        ItemVerdict Say(Verdict verdict, ReasonCode reason, string sentence, params IEnumerable<string> waitsFor) => new(
            scope.Id, phase.Title, $"Hand-off: {phase.Title}", stage, verdict, reason, sentence, issue?.Issue.Number, issue?.Issue.Url ?? "", [.. waitsFor.Select(checklist.People.NameOf)])
        {
            State = state,
            Handoff = new HandoffProgress(step, open, artifacts, opening.Open is null ? opening.At : null)
            {
                ReadySince = readySince,
                FollowUpDue = step == HandoffStep.Accepted && state!.FollowUp is null ? scope.FollowUp : [],
            },
        };
    }

    /// <summary>Every one, so that nobody has to ask again for the next; of very many, the first.</summary>
    private static string SayMissing(ImmutableArray<ArtifactStanding> missing)
    {
        var evidence = string.Join("; ", missing.Take(MostNamed).Select(artifact => artifact.Fact!.Evidence)) + (missing.Length > MostNamed ? $"; and {missing.Length - MostNamed} more" : "");
        return missing.Length == 1 ? $"An artifact is missing: {evidence}." : $"{missing.Length} artifacts are missing: {evidence}.";
    }

    /// <summary>What came before the phase was ready and has not been said again since.</summary>
    private static string SayEarly(ItemState state)
    {
        var request = state.SignOffs.IsEmpty ? state.Early.OfType<SignOff>().LastOrDefault() : null;
        return (request, state.Early.OfType<Acceptance>().LastOrDefault()) switch
        {
            (null, null) => "",
            ({ } asked, null) => $" The request of {asked.Actor.Login} came before the phase was ready, and does not count: ask again.",
            (null, { } accepted) => $" The acceptance of {accepted.Actor.Login} came before the phase was ready, and does not count: accept again.",
            ({ } asked, { } accepted) => $" The request of {asked.Actor.Login} and the acceptance of {accepted.Actor.Login} came before the phase was ready, and do not count: ask and accept again.",
        };
    }

    /// <summary>Null for an artifact that can only be vouched for, an address that may not be asked among them; what nobody looked for is not known to be there.</summary>
    private ArtifactFact? FindFact(Artifact artifact) =>
        facts.Artifacts.GetValueOrDefault(artifact) ?? (artifact is { Path: null, PullRequest: null } ? null : new ArtifactFact(null, $"nobody looked for {artifact.Name}"));
}
