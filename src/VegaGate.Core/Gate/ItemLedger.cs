using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate.Commands;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>What somebody with authority said, and has not taken back.</summary>
public abstract record Word(Actor Actor, DateTimeOffset At, string Url, string Text)
{
    /// <summary>Whether it holds the gate for as long as it stands.</summary>
    internal bool Holds => this is Objection or Blocker;
}

/// <summary>"It is done."</summary>
/// <param name="Comment">The comment in which it was said; null for a closing.</param>
/// <param name="Earlier">What the same account had said before, and this repeats.</param>
public sealed record SignOff(Actor Actor, DateTimeOffset At, string Url, string Text, long? Comment, SignOff? Earlier) : Word(Actor, At, Url, Text)
{
    /// <summary>This and what it repeats, newest first.</summary>
    public IEnumerable<SignOff> Said()
    {
        for (var said = this; said is not null; said = said.Earlier)
            yield return said;
    }
}

/// <summary>"We take it over", by the receiver of a hand-off.</summary>
public sealed record Acceptance(Actor Actor, DateTimeOffset At, string Url, string Text) : Word(Actor, At, Url, Text)
{
    /// <summary>How good the hand-off was, from 0 to <see cref="AcceptanceText.Best"/>; null where nothing is said of that.</summary>
    public required int? Score { get; init; }

    public required MeetingNote Note { get; init; }
}

/// <summary>"What follows the hand-off is covered", by its receiver; its giver's word for that is another <see cref="SignOff"/>.</summary>
public sealed record FollowUp(Actor Actor, DateTimeOffset At, string Url, string Text) : Word(Actor, At, Url, Text);

/// <summary>"It cannot go on."</summary>
public sealed record Blocker(Actor Actor, DateTimeOffset At, string Url, string Text, string? Class, Severity? Severity) : Word(Actor, At, Url, Text);

/// <summary>"This must not pass."</summary>
public sealed record Objection(Actor Actor, DateTimeOffset At, string Url, string Text) : Word(Actor, At, Url, Text);

/// <summary>"I am at it."</summary>
public sealed record Start(Actor Actor, DateTimeOffset At, string Url, string Text) : Word(Actor, At, Url, Text);

/// <summary>"It may wait", by an approver.</summary>
/// <param name="Until">The last day on which it holds, in UTC.</param>
public sealed record WaiverWord(Actor Actor, DateTimeOffset At, string Url, string Text, DateOnly Until) : Word(Actor, At, Url, Text);

/// <summary>"It does not apply here": an owner's asking or an approver's confirming, which takes two people.</summary>
/// <param name="IsOwner">Whether the word counts as an owner's.</param>
/// <param name="IsApprover">Whether it counts as an approver's.</param>
public sealed record NotApplicableWord(Actor Actor, DateTimeOffset At, string Url, string Text, bool IsOwner, bool IsApprover) : Word(Actor, At, Url, Text);

/// <summary>Somebody asked what they may do.</summary>
/// <param name="Comment">The comment in which they asked.</param>
public sealed record HelpRequest(Actor Actor, DateTimeOffset At, long Comment);

/// <summary>Somebody tried what they may not, or what makes no sense.</summary>
/// <param name="Text">Why not, and what would be needed.</param>
/// <param name="Comment">The comment in which it was tried; null for a closing.</param>
public sealed record Refusal(Actor Actor, DateTimeOffset At, long? Comment, string Text);

/// <summary>Everything that was said on an item and stands, in the order in which it was said.</summary>
/// <param name="Refusals">What did not count, and why.</param>
/// <param name="Questions">Who asked for help.</param>
/// <param name="Heard">Comments of which at least one command counted.</param>
public sealed record ItemLedger(ImmutableArray<Word> Words, ImmutableArray<Refusal> Refusals, ImmutableArray<HelpRequest> Questions, ImmutableArray<Commented> Heard)
{
    public static ItemLedger Empty { get; } = new([], [], [], []);

    /// <summary>What we have answered as too early; nothing of it stands.</summary>
    public ImmutableArray<Word> Early { get; init; } = [];

    public IEnumerable<SignOff> SignOffs => Words.OfType<SignOff>();

    public Blocker? Blocker => Words.OfType<Blocker>().LastOrDefault();

    public Objection? Objection => Words.OfType<Objection>().FirstOrDefault();

    public ItemLedger With(Word word) => this with { Words = Words.Add(word) };

    public ItemLedger Without(Word word) => this with { Words = Words.Remove(word) };

    /// <summary>Whether it differs in words that hold, which it has more, and in words that let go, which it has fewer. A second block may be less grave than the first.</summary>
    internal bool IsStricterThan(ItemLedger other)
    {
        var (more, fewer) = (Words.Except(other.Words).ToArray(), other.Words.Except(Words).ToArray());
        return more.Length + fewer.Length > 0 && more.All(word => word.Holds && (word is not Gate.Blocker { Severity: not Severity.Critical } || other.Blocker is null)) && !fewer.Any(word => word.Holds);
    }

    public ItemLedger Refuse(CommandCall call, string text) => this with { Refusals = Refusals.Add(new Refusal(call.Actor, call.At, call.Comment, text)) };

    /// <summary>What was said after a hand-off was accepted: that what follows it is covered.</summary>
    public IEnumerable<Word> FollowUpsOf(Acceptance acceptance) => Words.SkipWhile(word => word != acceptance).Where(word => word is SignOff or FollowUp);

    /// <summary>Whoever of the two sides opens a hand-off again says that the steps that follow it are not covered, whoever said that they were. Null where nobody did.</summary>
    public ItemLedger? TakeBackFollowUps() =>
        Words.OfType<Acceptance>().LastOrDefault() is { } acceptance && FollowUpsOf(acceptance).ToImmutableArray() is { IsEmpty: false } covered ? this with { Words = Words.RemoveRange(covered) } : null;

    /// <summary>Without the requests and acceptances that we have answered as too early.</summary>
    internal ItemLedger WithoutEarly(EarlyMark mark)
    {
        var early = Words.Where(word => word is SignOff or Acceptance or FollowUp && mark.IsOf(word)).ToImmutableArray();
        return this with
        {
            // Who asks again, and too early, has asked before all the same.
            Words = [.. Words.RemoveRange(early), .. early.OfType<SignOff>().Select(word => word.Earlier).OfType<SignOff>()],
            Early = Early.AddRange(early),
            Heard = Heard.RemoveAll(comment => comment.Actor is { } actor && mark.IsOf(comment.At, actor)),
        };
    }

    /// <summary>Takes back the last word of an account; null when it has said nothing that stands.</summary>
    public ItemLedger? TakeBack(Actor actor) => Words.LastOrDefault(word => word.Actor.IsSameAs(actor)) is { } last ? Without(last) : null;
}
