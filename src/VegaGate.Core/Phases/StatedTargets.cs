using System.Collections.Immutable;
using System.Text;
using VegaGate.Checklists;
using VegaGate.Gate;

namespace VegaGate.Phases;

/// <summary>A target in the list's own words, with what the facts say of it. Texts as people read them, not escaped for anything.</summary>
/// <param name="Target">Of a metric, in words; empty for a sign.</param>
/// <param name="Holds">Null where people judge it, or the facts do not bear an answer.</param>
/// <param name="Answer">What the facts say, or why they say nothing.</param>
public sealed record StatedTarget(string Text, string Target, bool? Holds, string Answer);

/// <summary>
/// What a list says of its targets in its own words, held against what is computed. Only words that are known here have an answer: they are compared without regard to
/// case, blanks and hyphens, and nothing is guessed. Pure.
/// </summary>
public sealed record StatedTargets(ImmutableArray<StatedTarget> Metrics, ImmutableArray<StatedTarget> Indicators)
{
    private const double Whole = 100;

    private static readonly StatedAnswer ByPeople = new(null, "judged by people");

    private static readonly Dictionary<string, Func<StatedFacts, StatedAnswer>> KnownMetrics = new(StringComparer.Ordinal)
    {
        ["phase completion rate"] = Completion,
        ["phase completion"] = Completion,
        ["blocker resolution time"] = Resolution,
        ["blocker resolution"] = Resolution,
        ["handoff quality score"] = facts => Computed(facts, "handoff-quality"),
        ["handoff quality"] = facts => Computed(facts, "handoff-quality"),
        ["documentation completeness"] = facts => Computed(facts, "documentation"),
        ["stakeholder satisfaction"] = _ => new StatedAnswer(null, "not computed: nothing that is recorded tells it; judged by people"),
    };

    private static readonly Dictionary<string, Func<StatedFacts, StatedAnswer>> KnownIndicators = new(StringComparer.Ordinal)
    {
        ["no overlap or gaps in ownership"] = Ownership,
        ["no gaps or overlap in ownership"] = Ownership,
        ["all artifacts delivered"] = Delivered,
        ["all artifacts delivered and verified"] = Delivered,
        ["all artifacts delivered on time"] = DeliveredOnTime,
        ["no critical blockers during transition"] = Transition,
    };

    /// <summary>Answers every one of them.</summary>
    /// <param name="metrics">The computed ones.</param>
    /// <param name="gaps">What the rules find of gaps and overlaps of ownership, a sentence each.</param>
    public static StatedTargets Of(Checklist checklist, string? release, ListResult result, ImmutableArray<Metric> metrics, GateFacts facts, ImmutableArray<string> gaps)
    {
        var known = new StatedFacts(checklist, release, PhaseStanding.Of(checklist, release, result), metrics.ToDictionary(metric => metric.Key, StringComparer.Ordinal), facts, gaps);
        return new StatedTargets(
            [.. checklist.Targets.Metrics.Select(metric => Answer(KnownMetrics, metric.Name, metric.Target, known))],
            [.. checklist.Targets.Indicators.Select(indicator => Answer(KnownIndicators, indicator, "", known))]);
    }

    private static StatedTarget Answer(Dictionary<string, Func<StatedFacts, StatedAnswer>> known, string text, string target, StatedFacts facts)
    {
        var answer = known.TryGetValue(Bare(text), out var find) ? find(facts) : ByPeople;
        return new StatedTarget(text, target, answer.Holds, answer.Words);
    }

    private static string Bare(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.TrimEnd('.', ' '))
        {
            if (char.IsWhiteSpace(c))
                result.Append(result.Length > 0 && result[^1] != ' ' ? " " : "");
            else if (c != '-')
                result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }

    private static StatedAnswer Computed(StatedFacts facts, string key) => new(facts.Metrics[key].IsMet, Show(facts.Metrics[key]));

    private static StatedAnswer Completion(StatedFacts facts)
    {
        var completion = facts.Metrics["phase-completion"];
        var handedOver = facts.Metrics["phases-handed-over"];
        return completion.Number is null && handedOver.Target is not null
            ? new StatedAnswer(handedOver.IsMet, $"no schedule; phases handed over: {Show(handedOver)}")
            : Computed(facts, completion.Key);
    }

    /// <summary>Every severity of which there is a target or a blocker. One that is open for longer than its target has missed it.</summary>
    private static StatedAnswer Resolution(StatedFacts facts)
    {
        var words = new List<string>();
        bool? holds = null;
        foreach (var severity in Enum.GetValues<Severity>().Select(severity => severity.ToWord()))
        {
            if (!facts.Metrics.TryGetValue($"blocker-resolution-{severity}-worst", out var worst))
                continue;
            var inTime = facts.Metrics.GetValueOrDefault($"blocker-resolution-{severity}-in-time");
            if (inTime?.Number is { } share)
                holds = holds != false && share >= Whole;
            words.Add(worst.Number is null && inTime?.Number is null ? worst.Detail : $"{severity}: {worst.Shown} at worst{(inTime is null ? "" : $", in time {inTime.Shown}")} ({worst.Detail})");
        }

        return new StatedAnswer(holds, words.Count == 0 ? "no target and no blocker" : string.Join("; ", words));
    }

    private static StatedAnswer Ownership(StatedFacts facts) => facts.Gaps switch
    {
        [] => new StatedAnswer(true, "no rule finds a gap or an overlap"),
        [var one] => new StatedAnswer(false, one),
        [var first, ..] => new StatedAnswer(false, $"{first} And {facts.Gaps.Length - 1} more: `vegagate validate` names them."),
    };

    private static StatedAnswer Delivered(StatedFacts facts)
    {
        var documentation = facts.Metrics["documentation"];
        return new StatedAnswer(documentation.Number is { } number ? number >= Whole : null, Show(documentation));
    }

    private static StatedAnswer DeliveredOnTime(StatedFacts facts)
    {
        var delivered = Delivered(facts);
        var completion = facts.Metrics["phase-completion"];
        var isOnTime = completion.Number is { } share ? share >= Whole : (bool?)null;
        return new StatedAnswer(
            delivered.Holds == false || isOnTime == false ? false : delivered.Holds is null ? null : isOnTime,
            $"{delivered.Words}; on time: {Show(completion)}");
    }

    /// <summary>A phase is in transition from when its giver asks up to when its receivers accept.</summary>
    private static StatedAnswer Transition(StatedFacts facts)
    {
        var transitions = facts.Phases
            .Where(phase => phase.Handoff?.State is { SignOffs.IsEmpty: false })
            .Select(phase => (From: phase.Handoff!.State!.SignOffs.SelectMany(signOff => signOff.Said()).Min(word => word.At), To: phase.Acceptance?.At ?? facts.Gate.Now))
            .ToArray();
        if (transitions.Length == 0)
            return new StatedAnswer(null, "no hand-off was asked for yet");
        var standing = facts.Gate.BlockersOf(facts.Checklist, facts.Release)
            .Where(blocker => blocker is { Severity: Severity.Critical, Since: { } since } && transitions.Any(transition => since < transition.To && (blocker.Resolved?.At ?? facts.Gate.Now) > transition.From))
            .Select(blocker => $"#{blocker.Issue}")
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return standing.Length == 0
            ? new StatedAnswer(true, "no critical blocker stood between a request and its acceptance")
            : new StatedAnswer(false, $"critical blockers stood between a request and its acceptance: {string.Join(", ", standing)}");
    }

    private static string Show(Metric metric) => metric.Number is null ? metric.Detail : $"{metric.Shown} ({metric.Detail})";

    private sealed record StatedAnswer(bool? Holds, string Words);

    /// <summary>What answers rest on.</summary>
    /// <param name="Metrics">By their keys.</param>
    private sealed record StatedFacts(
        Checklist Checklist, string? Release, ImmutableArray<PhaseStanding> Phases, Dictionary<string, Metric> Metrics, GateFacts Gate, ImmutableArray<string> Gaps);
}
