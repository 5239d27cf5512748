using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Gate.Blocking;

namespace VegaGate.Gate;

/// <summary>What the gate says of one item.</summary>
public enum Verdict
{
    Pass,

    /// <summary>Waits for a person or a time.</summary>
    Pending,

    /// <summary>Something is wrong.</summary>
    Fail,

    /// <summary>Held back by an approver's word: not passed, and not in the way.</summary>
    Waived,

    /// <summary>Left out by an approver's word: not passed, and not in the way.</summary>
    NotApplicable,
}

/// <summary>The words for verdicts, which are part of the output's format.</summary>
public static class Verdicts
{
    public static string ToWord(Verdict verdict) => verdict == Verdict.NotApplicable ? "not-applicable" : verdict.ToString().ToLowerInvariant();
}

/// <summary>The verdict on an item or a hand-off.</summary>
/// <param name="Sentence">The reason in words.</param>
/// <param name="Issue">The issue's number, or null where there is none.</param>
/// <param name="WaitsFor">Who must act, as people read it; empty when nobody must.</param>
public sealed record ItemVerdict(
    ItemId Id, string Section, string Title, string Stage, Verdict Verdict, ReasonCode Reason, string Sentence, int? Issue, string Url, ImmutableArray<string> WaitsFor)
{
    public bool Holds => Verdict is Verdict.Pending or Verdict.Fail;

    /// <summary>What people said, on which the verdict rests; null where there is no issue that could tell.</summary>
    public ItemState? State { get; init; }

    /// <summary>Since when it passes, as far as what was said tells; null where it does not pass, or the file alone lets it.</summary>
    public DateTimeOffset? PassedSince { get; init; }

    /// <summary>How far the hand-off is; null for an item.</summary>
    public HandoffProgress? Handoff { get; init; }

    /// <summary>Whether somebody began it, or signed it off, before the phase was open.</summary>
    public bool IsEarly { get; init; }
}

/// <summary>Why a list as a whole holds the gate.</summary>
public sealed record ListReason(ReasonCode Reason, string Sentence)
{
    /// <summary>From when on it is worth asking again; null where no time changes it.</summary>
    public DateTimeOffset? AskAgain { get; init; }
}

/// <summary>What the gate says of one list.</summary>
/// <param name="Name">The list's slug, with its release where it has one.</param>
/// <param name="Stage">The last stage that was asked for.</param>
public sealed record ListResult(string Name, string Title, string Path, string Stage, ImmutableArray<ListReason> Reasons, ImmutableArray<ItemVerdict> Items)
{
    /// <summary>What holds nothing, and yet is to be known: sign-offs of the file that the issues do not bear out.</summary>
    public ImmutableArray<Diagnostic> Notices { get; init; } = [];

    /// <summary>Whether items were looked at: without its release, a list has none to look at.</summary>
    public bool IsJudged => Reasons.IsEmpty || !Items.IsEmpty;

    /// <summary>Anybody can file reports, and must not fill the answer with them.</summary>
    public const int MostUnconfirmed = 20;

    /// <summary>The blockers that hold, and the newest of the reports that hold nothing because nobody of the file has taken them up.</summary>
    public ImmutableArray<BlockerRecord> Blockers { get; init; } = [];

    /// <summary>How many more reports there are that hold nothing: not shown, or not even read.</summary>
    public int MoreReports { get; init; }

    /// <summary>From where the members of its teams were taken.</summary>
    public ImmutableArray<TeamSource> Teams { get; init; } = [];

    /// <summary>Who let it through although it holds by itself; null when nobody did, or nobody had to.</summary>
    public OverrideWord? Override { get; init; }

    /// <summary>Whether its items or reasons hold, whoever overrides them.</summary>
    public bool HoldsByItself => !Reasons.IsEmpty || Items.Any(item => item.Holds);

    public bool Holds => Override is null && HoldsByItself;
}

/// <summary>The gate's answer. The same facts give the same answer.</summary>
public sealed record GateResult(ImmutableArray<ListResult> Lists)
{
    public bool Holds => Lists.IsEmpty || Lists.Any(list => list.Holds);

    /// <summary>Who let through what holds by itself; null when the decision needed nobody.</summary>
    public OverrideWord? Override => Lists.Select(list => list.Override).FirstOrDefault(word => word is not null);

    /// <summary>How many items hold, also where somebody overrides them.</summary>
    public int OpenItems => Lists.Sum(list => list.Items.Count(item => item.Holds));

    /// <summary>"pass" or "hold".</summary>
    public string Decision => Holds ? "hold" : "pass";

    /// <summary>
    /// The gravest reason of all that hold; when nothing does, <see cref="ReasonCode.SignedOff"/>, or <see cref="ReasonCode.Overridden"/> where somebody had to.
    /// </summary>
    public ReasonCode Reason
    {
        get
        {
            var reasons = Lists.Where(list => list.Holds).SelectMany(list => list.Reasons.Select(reason => reason.Reason).Concat(list.Items.Where(item => item.Holds).Select(item => item.Reason))).ToArray();
            return reasons.Length > 0 ? reasons.Min() : Lists.IsEmpty ? ReasonCode.ChecklistInvalid : Override is null ? ReasonCode.SignedOff : ReasonCode.Overridden;
        }
    }

    /// <summary>The answer when nothing could be found out.</summary>
    public static GateResult Unknown(ReasonCode reason, string sentence) => new([new ListResult("", "", "", "", [new ListReason(reason, sentence)], [])]);
}
