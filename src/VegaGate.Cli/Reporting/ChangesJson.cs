using System.Text.Json;
using VegaGate.Phases;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>The change log for programs: one object with a format version. Lists are never null.</summary>
internal static class ChangesJson
{
    private const int FormatVersion = 1;

    public static string Render(IEnumerable<LoggedChanges> lists) => JsonText.RenderObject(FormatVersion, json => json.WriteObjects("checklists", lists, list =>
    {
        json.WriteString("name", list.Name);
        json.WriteString("title", list.Title);
        json.WriteString("path", list.Path);
        json.WriteObjects("entries", list.Entries, entry => Write(json, entry));
    }));

    private static void Write(Utf8JsonWriter json, ChangeLogEntry entry)
    {
        json.WriteStringOrNull("date", entry.Change?.Date.ToString("O"));
        json.WriteStringOrNull("version", entry.Change?.Version);
        json.WriteStringOrNull("text", entry.Change?.Text);
        json.WriteStringOrNull("by", entry.Change?.By);
        json.WriteObjects("commits", entry.Commits, commit =>
        {
            json.WriteString("sha", commit.Sha);
            json.WriteString("at", Instants.Show(commit.At));
            json.WriteString("author", commit.Author);
            json.WriteString("subject", commit.Subject);
        });
    }
}
