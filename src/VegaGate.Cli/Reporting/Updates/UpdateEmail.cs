using System.Collections.Immutable;
using System.Text;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>Updates as an e-mail: a subject of one line, and a plain text; of a list with a template, the Markdown that this makes.</summary>
internal static class UpdateEmail
{
    /// <summary>A line of a header has at most 998 characters, and readers show far fewer.</summary>
    private const int MaxSubject = 200;

    /// <summary>The subject, an empty line, and the body, as programs that send mail take them.</summary>
    public static string Render(ImmutableArray<FormedUpdate> updates) => $"Subject: {Subject(updates)}\n\n{Body(updates)}";

    public static string Subject(ImmutableArray<FormedUpdate> updates) => UpdateText.Line(string.Join("; ", updates.Select(formed => formed.Update.Headline)), MaxSubject);

    public static string Body(ImmutableArray<FormedUpdate> updates) => string.Join('\n', updates.Select(formed => formed.Template is null ? Plain(formed.Update) : UpdateText.Shown(formed.Markdown)));

    private static string Plain(ProgressUpdate update)
    {
        var text = new StringBuilder($"{UpdateText.Line(update.Headline)}\n\n");
        if (!update.To.IsEmpty)
            text.Append($"To: {UpdateText.Line(UpdateText.To(update), UpdateText.MostOfNames)}\n\n");
        foreach (var line in UpdateText.Phases(update))
            text.Append(line).Append('\n');
        foreach (var part in update.Parts.Where(part => !part.Entries.IsEmpty))
        {
            text.Append($"\n{UpdateText.Line(part.Heading)}:\n");
            foreach (var line in UpdateText.Entries(part))
                text.Append("- ").Append(line).Append('\n');
        }

        return text.ToString();
    }
}
