using System.Text;
using VegaGate.Gate;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>A gate's answer for the summary of a job: the decision in the first line, then who must do what, then every item.</summary>
internal static class GateMarkdown
{
    /// <summary>A summary of more than 1 MiB is dropped whole; the table is the part that can be long.</summary>
    private const int MaxRows = 1_000;

    /// <summary>As many links as somebody takes in at a glance; the table has all.</summary>
    private const int MaxLinks = 12;

    public static string Render(GateResult result, string tracker)
    {
        var text = new StringBuilder();
        text.Append(result switch
        {
            { Override: { } word, Holds: false } => $"# Pass, overridden by {MarkdownText.Inline(word.Actor.Login)}: {Count(result.OpenItems, "item")} not clear\n\n{MarkdownText.Link("The reason that was given", word.Url)}:\n\n{MarkdownText.Fenced(word.Text)}\n\n",
            { Holds: true } => $"# Hold: {Count(result.OpenItems, "item")} not clear ({result.Reason.ToWord()})\n\n",
            _ => "# Pass: every required item has passed\n\n",
        });
        foreach (var (list, reason) in result.Lists.SelectMany(list => list.Reasons.Select(reason => (list, reason))))
            text.Append($"* {(result.Lists.Length > 1 ? $"{MarkdownText.Inline(list.Title)}: " : "")}`{reason.Reason.ToWord()}`: {MarkdownText.Inline(reason.Sentence)}{(reason.AskAgain is { } again ? $" It is worth asking again from {again:u} on." : "")}\n");
        if (result.Lists.Any(list => !list.Reasons.IsEmpty))
            text.Append('\n');
        AppendPeople(text, result);
        text.Append("Tracker: ").Append(MarkdownText.Inline(tracker)).Append("\n\n");
        foreach (var list in result.Lists.Where(list => list.Name.Length > 0))
            AppendList(text, list);
        return text.ToString();
    }

    /// <summary>Who must act, on how many items, and on which.</summary>
    private static void AppendPeople(StringBuilder text, GateResult result)
    {
        var groups = WaitingFor.Group(result);
        if (groups.IsEmpty)
            return;
        text.Append("| Who must act | Items | Which |\n| --- | --- | --- |\n");
        foreach (var group in groups.Take(MaxRows))
        {
            var links = group.Items.Take(MaxLinks).Select(item => MarkdownText.Link(WaitingFor.ShortName(item, result), item.Url).Replace("|", "\\|", StringComparison.Ordinal));
            text.Append($"| **{MarkdownText.Cell(group.Name)}** | {group.Items.Length} | {string.Join(", ", links)}{(group.Items.Length > MaxLinks ? $" and {group.Items.Length - MaxLinks} more" : "")} |\n");
        }

        text.Append('\n');
    }

    private static void AppendList(StringBuilder text, ListResult list)
    {
        text.Append($"## {MarkdownText.Inline(list.Title)}\n\n{(list.Holds ? "Holds" : list.Override is null ? "Lets through" : "Overridden for")} `{list.Stage}`{(list.IsJudged ? $": {list.Items.Count(item => !item.Holds)} of {Count(list.Items.Length, "item")} clear" : "")}.\n\n");
        if (list.Items.Where(item => item.Handoff is not null).ToArray() is [{ Handoff: { } progress } handed])
            text.Append($"**{MarkdownText.Inline(handed.Title)}**: {progress.Step.ToWord()}. {MarkdownText.Inline(handed.Sentence)}\n\n");
        foreach (var blocker in list.Blockers)
            text.Append($"* {MarkdownText.Inline(BlockerLine.Show(blocker))}\n");
        if (list.MoreReports > 0)
            text.Append($"* {MarkdownText.Inline(BlockerLine.ShowMore(list.MoreReports))}\n");
        foreach (var notice in list.Notices)
            text.Append($"* Notice: {MarkdownText.Inline(Notices.Show(notice))}\n");
        if (!list.Blockers.IsEmpty || list.MoreReports > 0 || !list.Notices.IsEmpty)
            text.Append('\n');
        foreach (var team in list.Teams)
            text.Append($"Team {MarkdownText.Inline(team.Team)}: {Count(team.Members, "member")} {(team.IsFromGitHub ? $"of {MarkdownText.Code(team.GithubTeam)}" : $"of the file, for {MarkdownText.Code(team.GithubTeam)} cannot be read from here")}.\n\n");
        if (list.Items.IsEmpty)
            return;
        text.Append("<details><summary>Every item</summary>\n\n| Item | Verdict | Reason | |\n| --- | --- | --- | --- |\n");
        foreach (var item in list.Items.Take(MaxRows))
            text.Append($"| {Link(item)} | {Verdicts.ToWord(item.Verdict)} | `{item.Reason.ToWord()}` | {MarkdownText.Cell(item.Sentence)} |\n");
        if (list.Items.Length > MaxRows)
            text.Append($"\n{Count(list.Items.Length - MaxRows, "more item")}, in the output `result`.\n");
        text.Append("\n</details>\n\n");
    }

    /// <summary>A link in a cell: the text is escaped for the cell, and the address has no character that would end it.</summary>
    private static string Link(ItemVerdict item) => item.Url.Length == 0 ? MarkdownText.Cell(item.Title) : MarkdownText.Link(item.Title, item.Url).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
