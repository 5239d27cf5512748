using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Text;

namespace VegaGate.Gate;

/// <summary>Puts the steps by which a ledger came about into words.</summary>
internal sealed class AuditTrail(ItemState state, IssueFacts facts)
{
    public AuditEntry Tell(LedgerStep step)
    {
        var said = Beyond(step.After.Words, step.Before.Words);
        var gone = Beyond(step.Before.Words, step.After.Words);
        var refused = step.After.Refusals.Length > step.Before.Refusals.Length ? step.After.Refusals[^1].Text : null;
        var byAuthor = said.OfType<SignOff>().FirstOrDefault(word => state.ByAuthor.Contains(word));
        var outcome = step.IsOurs ? AuditOutcome.Shown
            : step.WhyIgnored is not null ? AuditOutcome.Ignored
            : refused is not null || byAuthor is not null ? AuditOutcome.Refused
            : AuditOutcome.Counted;
        var sentence = step.IsOurs ? "shows where the item stands, and says nothing"
            : step.WhyIgnored ?? refused
            ?? (byAuthor is null ? null : $"{byAuthor.Actor.Login} wrote the last change of this text, so somebody else has to sign it off.")
            ?? Describe(said, gone);
        return new AuditEntry(step.Entry.At, step.Entry.Actor, step.Act, outcome, sentence, step.Entry.Url)
        {
            Said = said,
            TakenBack = gone,
            Text = facts.IsOfPresentText(step.Entry.At) ? facts.Marked.Marker.Fingerprint : null,
            Stands = said.IsEmpty ? null : said.All(Stands),
        };
    }

    private bool Stands(Word word) => word switch
    {
        SignOff signOff => state.SignOffs.Contains(signOff),
        Acceptance => state.Acceptance == word,
        WaiverWord => state.Waiver == word,
        NotApplicableWord => state.Ledger.Words.Contains(word) && facts.IsOfPresentText(word.At),
        _ => state.Ledger.Words.Contains(word),
    };

    /// <summary>What one list of words has more than another; a word may stand in a list twice.</summary>
    private static ImmutableArray<Word> Beyond(ImmutableArray<Word> words, ImmutableArray<Word> others)
    {
        var left = words;
        foreach (var word in others)
            left = left.Remove(word);
        return left;
    }

    private static string Describe(ImmutableArray<Word> said, ImmutableArray<Word> gone)
    {
        if (said is [var word, ..])
            return gone.IsEmpty ? Describe(word) : $"{Describe(word)} (again, after {Instants.Show(gone[0].At)})";
        return gone.IsEmpty ? "changes nothing" : gone.All(word => word is Blocker) ? $"lifts {string.Join(" and ", gone.Select(Name))}" : $"takes back {string.Join(" and ", gone.Select(Name))}";
    }

    private static string Describe(Word word) => word switch
    {
        SignOff => With("signs off", word.Text),
        Acceptance => With("accepts the hand-off", word.Text),
        Blocker blocker => With($"blocks it{(blocker.Class is null ? "" : $" as {blocker.Class}")}{(blocker.Severity is { } severity ? $" ({severity.ToWord()})" : "")}", word.Text),
        Objection => With("objects", word.Text),
        Start => "is at it",
        FollowUp => With("says that the steps after the hand-off are covered", word.Text),
        WaiverWord waiver => With($"waives it until {waiver.Until:O}", word.Text),
        NotApplicableWord => With("says that it does not apply", word.Text),
        _ => word.Text,
    };

    private static string Name(Word word) => $"{word switch
    {
        SignOff => "the sign-off",
        Acceptance => "the acceptance",
        FollowUp => "the word on the steps after the hand-off",
        Blocker => "the block",
        Objection => "the objection",
        Start => "the start",
        WaiverWord => "the waiver",
        _ => "the word that it does not apply",
    }} of {Instants.Show(word.At)} by {word.Actor.Login}";

    private static string With(string what, string text) => text.Length == 0 ? what : $"{what}: {text}";
}
