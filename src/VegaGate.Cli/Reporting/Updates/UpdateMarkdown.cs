using System.Text;
using VegaGate.Phases;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>An update for a comment or a file, in the form that is built in; and its pieces, which every form shows alike.</summary>
internal static class UpdateMarkdown
{
    /// <summary>A comment has at most 65,536 characters.</summary>
    public const int MostOfUpdate = 60_000;

    private const int MostOfEntry = 600;

    public static string Render(ProgressUpdate update)
    {
        var text = new StringBuilder($"# {MarkdownText.Inline(update.Headline)}\n\n");
        text.Append($"{(update.Active.IsEmpty ? "No phase is active" : $"Active: {Active(update)}")}. {Progress(update)} items are clear.\n\n");
        if (!update.To.IsEmpty)
            text.Append($"To: {To(update)}\n\n");
        if (!update.Channels.IsEmpty)
            text.Append($"Channels: {Channels(update)}\n\n");
        text.Append(MatrixMarkdown.Table(update.Matrix));
        foreach (var part in update.Parts.Where(part => !part.Entries.IsEmpty || part.Key is "done" or "blocked" or "next"))
        {
            text.Append($"\n## {MarkdownText.Inline(part.Heading)}\n\n");
            text.Append(Entries(part, MostOfUpdate - text.Length));
        }

        return text.ToString();
    }

    /// <summary>The phases that are being worked on, on one line.</summary>
    public static string Active(ProgressUpdate update) => update.Active.IsEmpty ? "none" : string.Join(", ", update.Active.Select(MarkdownText.Inline));

    /// <summary>How many items are not in the way any more.</summary>
    public static string Progress(ProgressUpdate update) => $"{update.Passed} of {update.Items}";

    /// <summary>Who receives it, on one line; nobody is mentioned.</summary>
    public static string To(ProgressUpdate update) => update.To.IsEmpty ? "nobody" : MarkdownText.Within(MostOfEntry, UpdateText.To(update), MarkdownText.Inline);

    /// <summary>Where it is sent, and while what is going on, on one line.</summary>
    public static string Channels(ProgressUpdate update) => update.Channels.IsEmpty ? "none" : MarkdownText.Within(MostOfEntry, UpdateText.Channels(update), MarkdownText.Inline);

    /// <summary>The entries of a part, a line each: those that are always told, others as far as there is room, and how many more there are.</summary>
    /// <param name="room">In characters.</param>
    public static string Entries(UpdatePart part, int room)
    {
        if (part.Entries.IsEmpty)
            return "Nothing.\n";
        var text = new StringBuilder();
        var shown = 0;
        foreach (var entry in part.Entries.Take(UpdateText.MostOf(part)))
        {
            var line = $"* {MarkdownText.Link(entry.Title, entry.Url)}{(entry.Detail.Length == 0 ? "" : $": {MarkdownText.Within(MostOfEntry, entry.Detail, MarkdownText.Inline)}")}\n";
            if (shown >= part.Kept && text.Length + line.Length > room)
                break;
            text.Append(line);
            shown++;
        }

        return text.Append(shown < part.Entries.Length ? $"* and {part.Entries.Length - shown} more\n" : "").ToString();
    }
}
