using System.Collections.Immutable;
using System.Text;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>Updates as an e-mail: a subject of one line, and a plain text.</summary>
internal static class UpdateEmail
{
    /// <summary>A line of a header has at most 998 characters, and readers show far fewer.</summary>
    private const int MaxSubject = 200;

    /// <summary>The subject, an empty line, and the body, as programs that send mail take them.</summary>
    public static string Render(ImmutableArray<ProgressUpdate> updates) => $"Subject: {Subject(updates)}\n\n{Body(updates)}";

    public static string Subject(ImmutableArray<ProgressUpdate> updates) => UpdateText.Line(string.Join("; ", updates.Select(update => update.Headline)), MaxSubject);

    public static string Body(ImmutableArray<ProgressUpdate> updates)
    {
        var text = new StringBuilder();
        foreach (var update in updates)
        {
            text.Append(UpdateText.Line(update.Headline)).Append("\n\n");
            foreach (var line in UpdateText.Phases(update))
                text.Append(line).Append('\n');
            foreach (var part in update.Parts.Where(part => !part.Entries.IsEmpty))
            {
                text.Append($"\n{UpdateText.Line(part.Heading)}:\n");
                foreach (var line in UpdateText.Entries(part))
                    text.Append("- ").Append(line).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
