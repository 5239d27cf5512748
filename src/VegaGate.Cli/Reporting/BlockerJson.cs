using System.Text.Json;
using VegaGate.Checklists;
using VegaGate.Gate.Blocking;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>A blocker for programs. What is not known, or has not happened, is null.</summary>
internal static class BlockerJson
{
    public static void Write(Utf8JsonWriter json, BlockerRecord blocker)
    {
        json.WriteStartObject();
        json.WriteStringOrNull("item", blocker.Item?.ToString());
        json.WriteStringOrNull("phase", blocker.Phase);
        json.WriteNumber("issue", blocker.Issue);
        json.WriteBoolean("report", blocker.IsReport);
        json.WriteString("severity", blocker.Severity.ToWord());
        json.WriteStringOrNull("class", blocker.Class);
        json.WriteString("reason", blocker.Reason);
        WriteWord("raised", blocker.Raised);
        WriteWord("confirmed", blocker.Confirmed);
        WriteWord("resolved", blocker.Resolved);
        json.WriteEndObject();

        void WriteWord(string name, BlockerWord? word)
        {
            if (word is null)
            {
                json.WriteNull(name);
                return;
            }

            json.WriteStartObject(name);
            json.WriteString("by", word.Actor.Login);
            json.WriteString("at", Instants.Show(word.At));
            json.WriteString("url", word.Url);
            json.WriteEndObject();
        }
    }
}
