using System.Text;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>A gate's answer for the summary of a job: the decision in the first line, then who must do what, then every item.</summary>
internal static class GateMarkdown
{
    /// <summary>A summary of more than 1 MiB is dropped whole; the table is the part that can be long.</summary>
    private const int MaxRows = 1_000;

    public static string Render(GateResult result, string tracker)
    {
        var text = new StringBuilder();
        text.Append(result.Holds
            ? $"# Hold: {Count(result.OpenItems, "item")} not clear ({result.Reason.ToWord()})\n\n"
            : "# Pass: every required item has passed\n\n");
        text.Append("Tracker: ").Append(MarkdownText.Inline(tracker)).Append("\n\n");
        foreach (var list in result.Lists)
            AppendList(text, list);
        return text.ToString();
    }

    private static void AppendList(StringBuilder text, ListResult list)
    {
        if (list.Name.Length > 0)
            text.Append($"## {MarkdownText.Inline(list.Title)}\n\n{(list.Holds ? "Holds" : "Lets through")} `{list.Stage}`{(list.IsJudged ? $": {list.Items.Count(item => !item.Holds)} of {Count(list.Items.Length, "item")} clear" : "")}.\n\n");
        if (list.Items.Where(item => item.Handoff is not null).ToArray() is [{ Handoff: { } progress } handed])
            text.Append($"**{MarkdownText.Inline(handed.Title)}**: {progress.Step.ToWord()}. {MarkdownText.Inline(handed.Sentence)}\n\n");
        foreach (var reason in list.Reasons)
            text.Append($"* `{reason.Reason.ToWord()}`: {MarkdownText.Inline(reason.Sentence)}\n");
        foreach (var notice in list.Notices)
            text.Append($"* Notice: {MarkdownText.Inline(Notices.Show(notice))}\n");
        if (!list.Reasons.IsEmpty || !list.Notices.IsEmpty)
            text.Append('\n');
        foreach (var team in list.Teams)
            text.Append($"Team {MarkdownText.Inline(team.Team)}: {Count(team.Members, "member")} {(team.IsFromGitHub ? $"of {MarkdownText.Code(team.GithubTeam)}" : $"of the file, for {MarkdownText.Code(team.GithubTeam)} cannot be read from here")}.\n\n");
        foreach (var group in WaitingFor.Group(list))
        {
            text.Append($"**{MarkdownText.Inline(group.Name)}** ({group.Items.Length})\n\n");
            foreach (var item in group.Items)
                text.Append($"* {MarkdownText.Link(item.Title, item.Url)}: `{item.Reason.ToWord()}`\n");
            text.Append('\n');
        }

        if (list.Items.IsEmpty)
            return;
        text.Append("<details><summary>Every item</summary>\n\n| Item | Verdict | Reason | |\n| --- | --- | --- | --- |\n");
        foreach (var item in list.Items.Take(MaxRows))
            text.Append($"| {MarkdownText.Cell(item.Title)} | {Verdicts.ToWord(item.Verdict)} | `{item.Reason.ToWord()}` | {MarkdownText.Cell(item.Sentence)} |\n");
        if (list.Items.Length > MaxRows)
            text.Append($"\n{Count(list.Items.Length - MaxRows, "more item")}, in the output `result`.\n");
        text.Append("\n</details>\n\n");
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
