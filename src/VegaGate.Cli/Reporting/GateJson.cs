using System.Text;
using System.Text.Json;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>A gate's answer for programs: one object with a format version. Lists are never null; the same facts give the same bytes.</summary>
internal static class GateJson
{
    private const int FormatVersion = 1;

    public static string Render(GateResult result, string tracker)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", FormatVersion);
            json.WriteString("decision", result.Decision);
            json.WriteString("reason-code", result.Reason.ToWord());
            json.WriteString("tracker", tracker);
            json.WriteNumber("open-items", result.OpenItems);
            Write(json, result.Override);
            json.WriteStartArray("checklists");
            foreach (var list in result.Lists)
                Write(json, list);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, OverrideWord? word)
    {
        if (word is null)
        {
            json.WriteNull("override");
            return;
        }

        json.WriteStartObject("override");
        json.WriteString("by", word.Actor.Login);
        json.WriteString("at", Instants.Show(word.At));
        json.WriteString("url", word.Url);
        json.WriteString("reason", word.Text);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ListResult list)
    {
        json.WriteStartObject();
        json.WriteString("name", list.Name);
        json.WriteString("title", list.Title);
        json.WriteString("path", list.Path);
        json.WriteString("stage", list.Stage);
        json.WriteString("decision", list.Holds ? "hold" : "pass");
        json.WriteBoolean("overridden", list.Override is not null);
        json.WriteStartArray("reasons");
        foreach (var reason in list.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("reason-code", reason.Reason.ToWord());
            json.WriteString("sentence", reason.Sentence);
            if (reason.AskAgain is { } again)
                json.WriteString("ask-again", Instants.Show(again));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!list.Notices.IsEmpty)
        {
            json.WriteStartArray("notices");
            foreach (var notice in list.Notices)
                json.WriteStringValue(Notices.Show(notice));
            json.WriteEndArray();
        }

        if (!list.Blockers.IsEmpty)
        {
            json.WriteStartArray("blockers");
            foreach (var blocker in list.Blockers)
                BlockerJson.Write(json, blocker);
            json.WriteEndArray();
            json.WriteNumber("more-reports", list.MoreReports);
        }

        json.WriteStartArray("teams");
        foreach (var team in list.Teams)
        {
            json.WriteStartObject();
            json.WriteString("team", team.Team);
            json.WriteString("github", team.GithubTeam);
            json.WriteString("source", team.IsFromGitHub ? "github" : "file");
            json.WriteNumber("members", team.Members);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("items");
        foreach (var item in list.Items)
            Write(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ItemVerdict item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id.ToString());
        json.WriteString("section", item.Section);
        json.WriteString("title", item.Title);
        json.WriteString("stage", item.Stage);
        json.WriteString("verdict", Verdicts.ToWord(item.Verdict));
        json.WriteString("reason-code", item.Reason.ToWord());
        json.WriteString("sentence", item.Sentence);
        if (item.Issue is { } number)
            json.WriteNumber("issue", number);
        else
            json.WriteNull("issue");
        json.WriteString("url", item.Url);
        json.WriteStartArray("waits-for");
        foreach (var name in item.WaitsFor)
            json.WriteStringValue(name);
        json.WriteEndArray();
        if (item.IsEarly)
            json.WriteBoolean("early", true);
        if (item.Handoff is { } handoff)
            Write(json, handoff);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HandoffProgress handoff)
    {
        json.WriteStartObject("handoff");
        json.WriteString("step", handoff.Step.ToWord());
        json.WriteStartArray("open-items");
        foreach (var id in handoff.OpenItems)
            json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteStartArray("missing-artifacts");
        foreach (var missing in handoff.Missing)
        {
            json.WriteStartObject();
            json.WriteString("name", missing.Artifact.Name);
            json.WriteString("evidence", missing.Fact!.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
