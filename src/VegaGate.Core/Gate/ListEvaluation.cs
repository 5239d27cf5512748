using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Conditions;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>The verdicts of one list. Holds nothing but its input and the verdicts made so far.</summary>
internal sealed class ListEvaluation(Checklist checklist, string? release, int lastStage, GateFacts facts, ItemStateResolver resolver)
{
    private readonly ItemScopes _scopes = new(checklist, release, facts.Authors);
    private readonly bool _needsSignOff = checklist.Gate.Requires(GateRequirement.SignOff);
    private readonly HashSet<string> _approvers = checklist.Gate.ApproversAmong(checklist.People);
    private readonly HashSet<string> _passed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The verdicts on everything that the stage waits for, in the order of the file.</summary>
    public ImmutableArray<ItemVerdict> Evaluate(string? phase)
    {
        // Each item by itself first; then what it waits for, which may stand anywhere in the list.
        var own = checklist.Sections.Select(section => section.Items.Select(item => (Item: item, Verdict: Judge(section, item))).ToImmutableArray()).ToImmutableArray();
        foreach (var (item, verdict) in own.SelectMany(section => section).Where(pair => !pair.Verdict.Holds))
            _passed.Add(verdict.Id.Item);
        SettleNeeds([.. own.SelectMany(section => section).Where(pair => pair.Verdict.Reason is ReasonCode.SignedOff or ReasonCode.RecordedDone).Select(pair => pair.Item)]);

        var verdicts = ImmutableArray.CreateBuilder<ItemVerdict>();
        var handoffs = new HandoffEvaluation(checklist, facts, _scopes, resolver);
        var opening = PhaseOpening.First;
        for (var i = 0; i < checklist.Sections.Length; i++)
        {
            var section = checklist.Sections[i];
            var isAsked = phase is null || section.Id?.Value == phase;
            var items = own[i].Where(pair => checklist.Gate.IndexOf(pair.Item.Before.Value) <= lastStage).Select(pair => AfterOthers(pair.Item, pair.Verdict, opening)).ToImmutableArray();
            if (isAsked)
                verdicts.AddRange(items);
            var stage = handoffs.StageOf(section);
            if (section.Handoff is not { } handoff || checklist.Gate.IndexOf(stage) > lastStage)
                continue;
            var handed = opening.Note(handoffs.Judge(section, handoff, stage, items, opening));
            if (isAsked)
                verdicts.Add(handed);
            opening = handed.Holds ? opening with { Open = opening.Open ?? section.Title } : opening.After(section.Title, handed.State!.Acceptance!.At);
        }

        return verdicts.ToImmutable();
    }

    /// <summary>A signed-off item whose needs have not passed has not passed either, and so on.</summary>
    private void SettleNeeds(ImmutableArray<ChecklistItem> items)
    {
        bool changed;
        do
        {
            changed = false;
            foreach (var item in items.Where(item => item.Needs.Any(need => !_passed.Contains(need.Value))))
                changed |= _passed.Remove(item.Id!.Value);
        }
        while (changed);
    }

    private ItemVerdict AfterOthers(ChecklistItem item, ItemVerdict verdict, PhaseOpening opening)
    {
        verdict = opening.Note(verdict);
        if (verdict.Verdict != Verdict.Pass || verdict.Reason == ReasonCode.NotRequired)
            return verdict;
        var waits = item.Needs.Where(need => !_passed.Contains(need.Value)).Select(need => need.Value).ToImmutableArray();
        if (!waits.IsEmpty)
            return verdict with { Verdict = Verdict.Pending, Reason = ReasonCode.WaitsFor, Sentence = $"Signed off, but it needs {string.Join(", ", waits)}, which has not passed.", WaitsFor = [] };
        return opening.Open is not { } open
            ? verdict
            : verdict with { Verdict = Verdict.Pending, Reason = ReasonCode.PhaseOrder, Sentence = $"Signed off before the phase \"{open}\" was handed over.", WaitsFor = [] };
    }

    private ItemVerdict Judge(Section section, ChecklistItem item)
    {
        var scope = _scopes.OfItem(item);
        var issue = facts.Issues.GetValueOrDefault(scope.Id);
        var state = issue is null ? null : resolver.Resolve(scope, item.SignOffPolicy, issue);
        if (!item.IsRequired)
            return Say(Verdict.Pass, ReasonCode.NotRequired, "Not required.");
        if (state is not null && ((Speaker)Say).Objection(state, scope) is { } objected)
            return objected;
        if (item.NotApplicable is { } word && _approvers.Contains(word.By.Value))
            return Say(Verdict.NotApplicable, ReasonCode.NotApplicable, $"Does not apply, says {Name(word.By.Value)}: {word.Reason}");
        var waiver = item.Waiver is { } recorded && _approvers.Contains(recorded.By.Value) ? new StandingWaiver(Name(recorded.By.Value), recorded.Until, recorded.Reason, null) : null;
        if (state is not null && IsInSync(item, issue!))
        {
            if (state.NotApplicable is { } said)
                return Say(Verdict.NotApplicable, ReasonCode.NotApplicable, $"Does not apply, say an owner and an approver, last {said.Actor.Login}: {said.Text}") with { PassedSince = state.ExcusedSince(said.At) };
            if (state.Waiver is { } given && (waiver is null || given.Until > waiver.Until))
                waiver = new StandingWaiver(given.Actor.Login, given.Until, given.Text, state.ExcusedSince(given.At));
        }

        if (waiver is not null && Today <= waiver.Until)
            return Say(Verdict.Waived, ReasonCode.Waived, $"Waived by {waiver.By} until {waiver.Until:O}: {waiver.Reason}") with { PassedSince = waiver.Since };
        var verdict = JudgeSignOffs(item, scope, issue, state, Say);
        return waiver is null || !verdict.Holds ? verdict
            : Say(Verdict.Fail, ReasonCode.WaiverExpired, $"The waiver by {waiver.By} ended on {waiver.Until:O}, and without it: {verdict.Sentence}", scope.Owners);

        ItemVerdict Say(Verdict verdict, ReasonCode reason, string sentence, params IEnumerable<string> waitsFor) => new(
            scope.Id, section.Title, $"{item.Id!.Value} {item.Title!.Value}", item.Before.Value, verdict, reason, sentence, issue?.Issue.Number, issue?.Issue.Url ?? "", Readable(waitsFor))
        {
            State = state,
        };
    }

    /// <summary>By its sign-offs, and by what else the gate asks of an item that nothing excuses.</summary>
    private ItemVerdict JudgeSignOffs(ChecklistItem item, ItemScope scope, IssueFacts? issue, ItemState? state, Speaker say)
    {
        if (scope.Owners.IsEmpty && (checklist.Gate.Requires(GateRequirement.Owner) || _needsSignOff))
            return say(Verdict.Fail, ReasonCode.OwnerMissing, "Nobody owns it.");
        if (_needsSignOff && !scope.Owners.Any(checklist.People.CanSign))
            return say(Verdict.Fail, ReasonCode.OwnerMissing, $"No owner has a GitHub account: {scope.Describe(scope.Owners)}.");
        if (checklist.Gate.Requires(GateRequirement.Pass) && item is { Pass: null, Verify.IsEmpty: true })
            return say(Verdict.Fail, ReasonCode.PassConditionMissing, "It does not say when it passes, and the gate requires that: add `pass` or `verify` in the file.", scope.Owners);
        if (issue is null || state is null)
            return say.NoIssue(facts, scope);
        if (say.Conflict(facts, scope) is { } conflict)
            return conflict;
        if (!IsInSync(item, issue))
            return say.OtherText();
        if (say.Held(state, scope) is { } held)
            return held;
        var isRecorded = !_needsSignOff && item.RecordedStatus == ItemStatus.Done;
        if (!state.IsSignedOff && !isRecorded)
            return JudgeMissing(state, scope, item, say);
        if (!isRecorded && checklist.Gate.ValidFor is { } validFor && !SignOffCount.Missing(item.SignOffPolicy, scope, [.. state.SignOffs.Where(signOff => facts.Now - signOff.At <= validFor)]).IsEmpty)
            return say(Verdict.Fail, ReasonCode.SignOffStale, $"A sign-off is older than {validFor.TotalHours:0.##} hours.", scope.Owners);
        if (checklist.Gate.NotByAuthor && scope.Author?.Author is null)
            return say(Verdict.Fail, ReasonCode.ProbeError, $"It is not known who wrote the last change of the text (`not-by`), and what is not known holds: {scope.Author?.Problem ?? "nobody looked"}.");
        if (JudgeProbes(item, scope, say) is { } unproven)
            return unproven;
        if (!state.IsSignedOff)
            return say(Verdict.Pass, ReasonCode.RecordedDone, "Done, says the file, and the gate requires no sign-off.");
        return say(Verdict.Pass, ReasonCode.SignedOff, $"Signed off by {string.Join(", ", state.SignOffs.Select(signOff => signOff.Actor.Login))}.") with { PassedSince = state.SignedOffSince };
    }

    /// <summary>Null when every probe has passed: one that was not asked is not known to hold, and what has failed goes before what is not known.</summary>
    private ItemVerdict? JudgeProbes(ChecklistItem item, ItemScope scope, Speaker say)
    {
        var answers = facts.Probes.GetValueOrDefault(scope.Id, []);
        var open = item.Verify
            .Select((call, i) => (Kind: call.Kind.Value, Answer: i < answers.Length ? answers[i] : new ProbeAnswer(ProbeOutcome.Unanswered, "nobody asked")))
            .Where(asked => asked.Answer.Outcome != ProbeOutcome.Passed)
            .ToImmutableArray();
        if (open.IsEmpty)
            return null;
        var (kind, answer) = open.FirstOrDefault(asked => asked.Answer.Outcome == ProbeOutcome.Failed, open[0]);
        return answer.Outcome == ProbeOutcome.Failed
            ? say(Verdict.Fail, ReasonCode.ProbeFailed, $"Signed off, but `{kind}` says otherwise: {answer.Evidence}.", scope.Owners)
            : say(Verdict.Fail, ReasonCode.ProbeError, $"`{kind}` could not be checked, and what is not known holds: {answer.Evidence}.");
    }

    private bool IsInSync(ChecklistItem item, IssueFacts issue) => !facts.Conflicts.ContainsKey(_scopes.OfItem(item).Id) && issue.Marked.Marker.Fingerprint == item.Fingerprint && issue.Marked.Marker.Status != IssueMarker.Retired;

    private ItemVerdict JudgeMissing(ItemState state, ItemScope scope, ChecklistItem item, Speaker say)
    {
        if (state.ByAuthor is [var own, ..])
            return say(Verdict.Fail, ReasonCode.SignOffWithoutAuthority, $"{own.Actor.Login} wrote the last change of the text, so somebody else has to sign it off: {scope.Describe(state.Missing)}.", state.Missing);
        if (!state.SignOffs.IsEmpty)
            return say(Verdict.Pending, ReasonCode.SignOffIncomplete, $"{state.SignOffs.Length} signed off; still missing: {scope.Describe(state.Missing)}.", state.Missing);
        if (!state.Void.IsEmpty)
            return say(Verdict.Fail, ReasonCode.SignOffVoid, $"The text changed after the sign-off by {string.Join(", ", state.Void.Select(signOff => signOff.Actor.Login))}: it needs a new one.", scope.Owners);
        if (state.LastClosing is { } closing)
            return say(Verdict.Fail, ReasonCode.SignOffWithoutAuthority, $"{Closer(closing)} closed the issue, but it can be signed off by {scope.Describe(scope.Owners)} only.", scope.Owners);
        return item.RecordedStatus == ItemStatus.Done
            ? say(Verdict.Fail, ReasonCode.SignOffMissing, $"The file says that it is done, but nobody signed it off: it needs {scope.Describe(scope.Owners)}.", scope.Owners)
            : say(Verdict.Pending, ReasonCode.Open, $"{(state.Status == ItemStatus.InProgress ? "In progress" : "Open")}: it waits for {Awaited(scope)}.", scope.Owners);
    }

    private string Awaited(ItemScope scope) => _needsSignOff ? scope.Describe(scope.Owners)
        : scope.Owners.IsEmpty ? "`status: done` in the file"
        : $"{scope.Describe(scope.Owners)}, or for `status: done` in the file";

    private static string Closer(Closed closing) => closing switch
    {
        { CommitId: not null } => "A commit message",
        { ByApp: true } => "An app",
        { Actor: { } actor } => actor.Login,
        _ => "A deleted account",
    };

    private string Name(string slug) => checklist.People.NameOf(slug);

    private ImmutableArray<string> Readable(IEnumerable<string> slugs) => [.. slugs.Select(Name)];

    private DateOnly Today => DateOnly.FromDateTime(facts.Now.UtcDateTime);

    /// <summary>An approver's word, from the file or from a comment.</summary>
    /// <param name="Since">Since when the item passes by it; null where the file does not say.</param>
    private sealed record StandingWaiver(string By, DateOnly Until, string Reason, DateTimeOffset? Since);
}
