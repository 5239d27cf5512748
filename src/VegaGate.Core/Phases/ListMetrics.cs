using System.Collections.Immutable;
using System.Globalization;
using VegaGate.Checklists;
using VegaGate.Gate;

namespace VegaGate.Phases;

/// <summary>One number with what it means. A number that the facts do not bear is not there, and it says why.</summary>
/// <param name="Key">For programs.</param>
/// <param name="Definition">How it is computed, in a sentence.</param>
/// <param name="Number">In <paramref name="Unit"/>; null where it cannot be computed.</param>
/// <param name="Unit">percent or minutes.</param>
/// <param name="Detail">From what it was computed; or, where it could not be, why not.</param>
/// <param name="Target">Null where the list has none.</param>
/// <param name="IsMet">Null where there is no number, or no target.</param>
public sealed record Metric(string Key, string Name, string Definition, double? Number, string Unit, string Detail, double? Target, bool? IsMet)
{
    public const string Percent = "percent";
    public const string Minutes = "minutes";

    /// <summary>The number as people read it; a dash where there is none.</summary>
    public string Shown => Show(Number, Unit);

    /// <summary>The target as people read it; empty where there is none.</summary>
    public string ShownTarget => Target is null ? "" : Unit == Percent ? $"at least {Show(Target, Unit)}" : $"within {Show(Target, Unit)}";

    private static string Show(double? number, string unit) => number is not { } value ? "–"
        : unit == Percent ? string.Create(CultureInfo.InvariantCulture, $"{value:0.#}%")
        : string.Create(CultureInfo.InvariantCulture, $"{value:0.#} min");
}

/// <summary>The metrics of a list with phases. Pure.</summary>
public static class ListMetrics
{
    private const double Whole = 100;

    /// <summary>Computes them.</summary>
    /// <param name="result">What the gate says of the list with all its stages and phases.</param>
    /// <param name="blockers">Every one that somebody of the file stood behind.</param>
    /// <param name="now">The tracker's time.</param>
    public static ImmutableArray<Metric> Of(Checklist checklist, string? release, ListResult result, ImmutableArray<BlockerTime> blockers, DateTimeOffset now)
    {
        var phases = PhaseStanding.Of(checklist, release, result);
        return
        [
            Completed(phases, checklist.Targets.PhaseCompletion, DateOnly.FromDateTime(now.UtcDateTime)),
            HandedOver(phases, checklist.Targets.PhaseCompletion),
            .. Enum.GetValues<Severity>().SelectMany(severity => Resolution(severity, [.. blockers.Where(blocker => blocker.Severity == severity)], checklist.TargetOf(severity))),
            Documented(phases, checklist.Targets.Documentation),
            Scored(phases, checklist.Targets.HandoffQuality),
        ];
    }

    private static Metric Completed(ImmutableArray<PhaseStanding> phases, int? target, DateOnly today)
    {
        var dated = phases.Where(phase => phase.Phase.Handoff is not null).Select(phase => (phase.Acceptance, Due: phase.Phase.Items.Max(item => item.Due))).Where(phase => phase.Due is not null).ToArray();
        var counted = dated.Where(phase => phase.Acceptance is not null || phase.Due < today).ToArray();
        var inTime = counted.Count(phase => phase.Acceptance is { } acceptance && DateOnly.FromDateTime(acceptance.At.UtcDateTime) <= phase.Due);
        var handedOver = $"{phases.Count(phase => phase.Acceptance is not null)} of {phases.Length} phases are handed over";
        return Share(
            "phase-completion",
            "Phase completion",
            "Of the phases that were handed over or whose last due date is past, those that were accepted on that day or before it.",
            inTime,
            counted.Length,
            counted.Length > 0 ? $"{inTime} of {counted.Length} on schedule; {handedOver}"
                : dated.Length == 0 ? $"no item of a phase that is handed over has a `due` date, so there is no schedule; {handedOver}"
                : $"no phase is handed over or past its last due date yet; {handedOver}",
            target);
    }

    /// <summary>Held against the target of phase completion only where there is no schedule, and then never missed: nothing says by when it was to be reached.</summary>
    private static Metric HandedOver(ImmutableArray<PhaseStanding> phases, int? target)
    {
        var received = phases.Where(phase => phase.Phase.Handoff is not null).ToArray();
        var accepted = received.Count(phase => phase.Acceptance is not null);
        var hasSchedule = received.Any(phase => phase.Phase.Items.Any(item => item.Due is not null));
        var metric = Share(
            "phases-handed-over",
            "Phases handed over",
            "Of the phases that somebody receives, those that were accepted.",
            accepted,
            received.Length,
            received.Length == 0 ? "nobody receives a phase" : $"{accepted} of {received.Length}{(hasSchedule || target is null ? "" : "; the target is that of phase completion, since there is no schedule")}",
            hasSchedule ? null : target);
        return metric with { IsMet = metric.IsMet == true ? true : null };
    }

    /// <summary>None for a severity of which there is neither a blocker nor a target.</summary>
    private static IEnumerable<Metric> Resolution(Severity severity, ImmutableArray<BlockerTime> blockers, TimeSpan? target)
    {
        if (blockers.IsEmpty && target is null)
            yield break;
        var word = severity.ToWord();
        var ended = blockers.Where(blocker => blocker.IsOver).Select(blocker => blocker.Elapsed.TotalMinutes).Order().ToArray();
        var open = blockers.Length - ended.Length;
        var waiting = open == 0 ? "" : $"; {open} still open, the longest for {blockers.Where(blocker => !blocker.IsOver).Max(blocker => blocker.Elapsed).TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture)} min";
        var none = $"no {word} blocker was resolved{waiting}";
        var worst = ended.Length == 0 ? (double?)null : ended[^1];
        yield return Time("median", "the time from when somebody of the file stood behind it to when it was lifted; the middle one of all that are over", Median(ended), $"{ended.Length} resolved{waiting}");
        yield return Time("worst", "the longest of these times", worst, $"{ended.Length} resolved{waiting}");
        if (target is not { } within)
            yield break;
        // One that is open for longer has missed its target already.
        var late = blockers.Count(blocker => !blocker.IsOver && blocker.Elapsed > within);
        var kept = ended.Count(minutes => minutes <= within.TotalMinutes);
        yield return Share(
            $"blocker-resolution-{word}-in-time", $"Blockers in time ({word})", $"Of the {word} blockers that are over, or are open for longer than the target, those that were resolved within it.", kept, ended.Length + late,
            ended.Length + late == 0 ? none : $"{kept} of {ended.Length + late}{waiting}", null);

        Metric Time(string kind, string definition, double? number, string detail) => new(
            $"blocker-resolution-{word}-{kind}", $"Blocker resolution ({word}, {kind})", $"Of {word} blockers, in working time: {definition}.", number, Metric.Minutes, number is null ? none : detail, target?.TotalMinutes,
            number is null || target is null ? null : number <= target.Value.TotalMinutes);
    }

    private static Metric Documented(ImmutableArray<PhaseStanding> phases, int? target)
    {
        var begun = phases.Where(phase => phase.Step != HandoffStep.Waiting && phase.Handoff?.Handoff is not null).Select(phase => (phase.Step, phase.Handoff!.Handoff!.Artifacts)).ToArray();
        var needed = begun.Sum(phase => phase.Artifacts.Length);
        var found = begun.Sum(phase => phase.Artifacts.Count(artifact => artifact.Fact is { IsThere: true }));
        var vouched = begun.Where(phase => phase.Step == HandoffStep.Accepted).Sum(phase => phase.Artifacts.Count(artifact => artifact.Fact is null));
        return Share(
            "documentation",
            "Documentation completeness",
            "Of the artifacts of the phases that are open or handed over, those that were found, or that the receivers vouched for by accepting.",
            found + vouched,
            needed,
            needed == 0 ? "no phase that is open or handed over has artifacts" : $"{found + vouched} of {needed}: {found} found, {vouched} vouched for",
            target);
    }

    private static Metric Scored(ImmutableArray<PhaseStanding> phases, int? target)
    {
        var scores = phases.Select(phase => phase.Acceptance?.Score).OfType<int>().ToArray();
        var accepted = phases.Count(phase => phase.Acceptance is not null);
        return Share(
            "handoff-quality",
            "Hand-off quality",
            $"The mean of the scores that receivers gave with `/accept n/{AcceptanceText.Best}`, as a share of the best one.",
            scores.Sum(),
            scores.Length * AcceptanceText.Best,
            scores.Length > 0 ? $"{scores.Length} of {accepted} acceptances have a score" : accepted == 0 ? "nothing is accepted yet" : $"none of {accepted} acceptances has a score",
            target);
    }

    private static Metric Share(string key, string name, string definition, int part, int all, string detail, int? target)
    {
        var number = all == 0 ? (double?)null : part * Whole / all;
        return new Metric(key, name, definition, number, Metric.Percent, detail, target, number is null || target is null ? null : number >= target);
    }

    private static double? Median(double[] sorted) => sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
