using System.Text;
using System.Text.Json;
using VegaGate.Phases;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>The change log for programs: one object with a format version. Lists are never null.</summary>
internal static class ChangesJson
{
    private const int FormatVersion = 1;

    public static string Render(IEnumerable<LoggedChanges> lists)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteStartArray("checklists");
            foreach (var list in lists)
            {
                json.WriteStartObject();
                json.WriteString("name", list.Name);
                json.WriteString("title", list.Title);
                json.WriteString("path", list.Path);
                json.WriteStartArray("entries");
                foreach (var entry in list.Entries)
                    Write(json, entry);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()).Replace("##[", "##\\u005b", StringComparison.Ordinal);
    }

    private static void Write(Utf8JsonWriter json, ChangeLogEntry entry)
    {
        json.WriteStartObject();
        WriteText("date", entry.Change?.Date.ToString("O"));
        WriteText("version", entry.Change?.Version);
        WriteText("text", entry.Change?.Text);
        WriteText("by", entry.Change?.By);
        json.WriteStartArray("commits");
        foreach (var commit in entry.Commits)
        {
            json.WriteStartObject();
            json.WriteString("sha", commit.Sha);
            json.WriteString("at", Instants.Show(commit.At));
            json.WriteString("author", commit.Author);
            json.WriteString("subject", commit.Subject);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void WriteText(string name, string? value)
        {
            if (value is null)
                json.WriteNull(name);
            else
                json.WriteString(name, value);
        }
    }
}
