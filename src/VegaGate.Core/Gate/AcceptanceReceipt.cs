using System.Text;
using VegaGate.Checklists;
using VegaGate.Text;

namespace VegaGate.Gate;

/// <summary>Says in Markdown, on the issue of a hand-off, what its acceptance has signed off, and by whom.</summary>
internal static class AcceptanceReceipt
{
    /// <summary>In characters; the checklist has the whole text.</summary>
    private const int MostOfCriteria = 8_000;

    /// <summary>Null where nothing is accepted.</summary>
    public static string? Of(ItemScope scope, ItemState state)
    {
        if (!scope.IsHandoff || state is not { Status: ItemStatus.Done, Acceptance: { } acceptance })
            return null;
        var text = new StringBuilder($"Accepted by {Name(acceptance)}, as {string.Join(" and ", state.SignOffs.Select(Name))} asked for.");
        if (acceptance.Score is { } score)
            text.Append($" Score: {score}/{AcceptanceText.Best}.");
        if (acceptance.Note is { SaysWho: true } note)
        {
            text.Append($"\n\nNoted{(note.Date is { } date ? $" of {date:O}" : "")}: {MarkdownText.Within(Refusals.MaxPart, note.Words, MarkdownText.Inline)}");
            if (note.Link is { } link)
                text.Append(' ').Append(MarkdownText.Within(Refusals.MaxPart, link, MarkdownText.Code));
        }

        if (!scope.Criteria.IsEmpty)
            text.Append("\n\nSigned off by both:\n");
        var end = text.Length + MostOfCriteria;
        for (var shown = 0; shown < scope.Criteria.Length; shown++)
        {
            var entry = MarkdownText.Within(Refusals.MaxPart, scope.Criteria[shown], MarkdownText.Inline);
            if (text.Length + entry.Length > end)
            {
                text.Append($"\n* and {scope.Criteria.Length - shown} more, in the file");
                break;
            }

            text.Append("\n* ").Append(entry);
        }

        return text.ToString();
    }

    private static string Name(Word word) => MarkdownText.Inline(word.Actor.Login);
}
