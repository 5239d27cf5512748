using System.Text.Json;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>A gate's answer for programs: one object with a format version. Lists are never null; the same facts give the same bytes.</summary>
internal static class GateJson
{
    private const int FormatVersion = 1;

    public static string Render(GateResult result, string tracker) => JsonText.RenderObject(FormatVersion, json =>
    {
        json.WriteString("decision", result.Decision);
        json.WriteString("reason-code", result.Reason.ToWord());
        json.WriteString("tracker", tracker);
        json.WriteNumber("open-items", result.OpenItems);
        Write(json, result.Override);
        json.WriteObjects("checklists", result.Lists, list => Write(json, list));
    });

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
        json.WriteString("name", list.Name);
        json.WriteString("title", list.Title);
        json.WriteString("path", list.Path);
        json.WriteString("stage", list.Stage);
        json.WriteString("decision", list.Holds ? "hold" : "pass");
        json.WriteBoolean("overridden", list.Override is not null);
        json.WriteObjects("reasons", list.Reasons, reason =>
        {
            json.WriteString("reason-code", reason.Reason.ToWord());
            json.WriteString("sentence", reason.Sentence);
            if (reason.AskAgain is { } again)
                json.WriteString("ask-again", Instants.Show(again));
        });
        if (!list.Notices.IsEmpty)
            json.WriteStrings("notices", list.Notices.Select(Notices.Show));
        if (!list.Blockers.IsEmpty)
        {
            json.WriteList("blockers", list.Blockers, BlockerJson.Write);
            json.WriteNumber("more-reports", list.MoreReports);
        }

        json.WriteObjects("teams", list.Teams, team =>
        {
            json.WriteString("team", team.Team);
            json.WriteString("github", team.GithubTeam);
            json.WriteString("source", team.IsFromGitHub ? "github" : "file");
            json.WriteNumber("members", team.Members);
        });
        json.WriteObjects("items", list.Items, item => Write(json, item));
    }

    private static void Write(Utf8JsonWriter json, ItemVerdict item)
    {
        json.WriteString("id", item.Id.ToString());
        json.WriteString("section", item.Section);
        json.WriteString("title", item.Title);
        json.WriteString("stage", item.Stage);
        json.WriteString("verdict", Verdicts.ToWord(item.Verdict));
        json.WriteString("reason-code", item.Reason.ToWord());
        json.WriteString("sentence", item.Sentence);
        json.WriteNumberOrNull("issue", item.Issue);
        json.WriteString("url", item.Url);
        json.WriteStrings("waits-for", item.WaitsFor);
        if (item.IsEarly)
            json.WriteBoolean("early", true);
        if (item.Handoff is { } handoff)
            Write(json, handoff);
    }

    private static void Write(Utf8JsonWriter json, HandoffProgress handoff)
    {
        json.WriteStartObject("handoff");
        json.WriteString("step", handoff.Step.ToWord());
        json.WriteStrings("open-items", handoff.OpenItems);
        if (!handoff.FollowUpDue.IsEmpty)
            json.WriteStrings("follow-up-due", handoff.FollowUpDue);
        json.WriteObjects("missing-artifacts", handoff.Missing, missing =>
        {
            json.WriteString("name", missing.Artifact.Name);
            json.WriteString("evidence", missing.Fact!.Evidence);
        });
        json.WriteEndObject();
    }
}
