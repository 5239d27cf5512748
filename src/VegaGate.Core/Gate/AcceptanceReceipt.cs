using System.Collections.Immutable;
using System.Text;
using VegaGate.Text;

namespace VegaGate.Gate;

/// <summary>Says in Markdown, on the issue of a hand-off, what its acceptance has signed off, and by whom.</summary>
internal static class AcceptanceReceipt
{
    /// <summary>In characters; the checklist has the whole text.</summary>
    private const int MostOfList = 8_000;

    /// <summary>That it is handed over.</summary>
    public static string Of(ItemScope scope, ItemState state, Acceptance acceptance)
    {
        var text = new StringBuilder($"Accepted by {Name(acceptance)}, as {string.Join(" and ", state.SignOffs.Where(request => request.At <= acceptance.At).Select(Name).Distinct(StringComparer.Ordinal))} asked for.");
        if (acceptance.Score is { } score)
            text.Append($" Score: {score}/{AcceptanceText.Best}.");
        if (acceptance.Note is { SaysWho: true } note)
        {
            text.Append($"\n\nNoted{(note.Date is { } date ? $" of {date:O}" : "")}: {MarkdownText.Within(Refusals.MaxPart, note.Words, MarkdownText.Inline)}");
            if (note.Link is { } link)
                text.Append(' ').Append(MarkdownText.Within(Refusals.MaxPart, link, MarkdownText.Code));
        }

        List(text, "Signed off by both:", scope.Criteria);
        List(text, "What follows is open:", scope.FollowUp);
        if (!scope.FollowUp.IsEmpty)
            text.Append($"\n\nThe next phase may begin. Closing this issue as completed, or `/done`, covers these steps; anybody of {MarkdownText.Within(Refusals.MaxPart, scope.Describe(scope.Sides), MarkdownText.Inline)} may do that.");
        return text.ToString();
    }

    /// <summary>That the steps which follow the hand-off are covered.</summary>
    public static string OfFollowUp(Word word) => $"{Name(word)} says that the steps after the hand-off are covered, on {word.At.UtcDateTime:yyyy-MM-dd}.";

    /// <summary>That it was handed over, and is not any more.</summary>
    public static string OfLapsed(Acceptance acceptance, ItemVerdict handoff) =>
        $"{Name(acceptance)} accepted this hand-off, and it does not stand any more: {MarkdownText.Within(Refusals.MaxPart, handoff.Sentence, MarkdownText.Inline)} What was undone or changed since is asked for and accepted again once the phase is ready.";

    private static void List(StringBuilder text, string heading, ImmutableArray<string> entries)
    {
        if (entries.IsEmpty)
            return;
        text.Append("\n\n").Append(heading).Append("\n\n").Append(MarkdownText.List(entries, Refusals.MaxPart, MostOfList).TrimEnd('\n'));
    }

    private static string Name(Word word) => MarkdownText.Inline(word.Actor.Login);
}
