using VegaGate.Gate;

namespace VegaGate.Cli.Reporting;

/// <summary>How much of a gate's answer is shown.</summary>
internal enum GateDetail
{
    /// <summary>Who must act, on how many items, and on which.</summary>
    People,

    /// <summary>The same, then each item that holds with its title and reason.</summary>
    Items,

    /// <summary>Every item, also those that pass, with its sentence.</summary>
    Everything,
}

/// <summary>A gate's answer for people: the decision first, then who must do what.</summary>
internal static class GateText
{
    private const int ShownIds = 12;

    /// <summary>So wide that most lists stand in one column.</summary>
    private const int NameWidth = 24;

    public static void Write(GateResult result, string tracker, GateDetail detail, TextWriter output)
    {
        output.Write(result switch
        {
            { Override: { } word, Holds: false } => $"\nPASS (overridden): {SafeText.Show(word.Actor.Login)} lets it go although {Count(result.OpenItems)} not clear ({tracker})\n  {SafeText.Show(word.Text)}{(word.Url.Length == 0 ? "" : $"\n  {word.Url}")}\n",
            { Holds: true } => $"\nHOLD ({result.Reason.ToWord()}): {(result.OpenItems == 0 ? "" : $"{Count(result.OpenItems)} not clear, ")}{result.Lists.Count(list => list.Holds)} of {result.Lists.Length} checklists hold ({tracker})\n",
            _ => $"\nPASS: every required item has passed{(result.Lists.Any(list => Excepted(list).Length > 0) ? ", but for those that are left out" : "")} ({tracker})\n",
        });
        foreach (var list in result.Lists)
            WriteList(list, detail, output);
        if (detail == GateDetail.People && result.Lists.Any(list => list.IsJudged))
            output.Write("\n`vegagate gate --details` shows every item with its reason.\n");
        output.Write($"decision: {result.Decision}\n");
    }

    private static void WriteList(ListResult list, GateDetail detail, TextWriter output)
    {
        var holding = list.Items.Where(item => item.Holds).ToArray();
        output.Write($"\n{list.Name}: {SafeText.Show(list.Title)}\n");
        output.Write($"  {(list.Holds ? "hold" : list.Override is null ? "pass" : "overridden")} for {list.Stage}{(list.IsJudged ? $": {list.Items.Length - holding.Length} of {list.Items.Length} clear{Excepted(list)}" : "")}\n");
        foreach (var reason in list.Reasons)
            output.Write($"  {reason.Reason.ToWord()}: {SafeText.Show(reason.Sentence)}{(reason.AskAgain is { } again ? $" It is worth asking again from {again:u} on." : "")}\n");
        foreach (var blocker in list.Blockers)
            output.Write($"  {SafeText.Show(BlockerLine.Show(blocker))}\n");
        if (list.MoreReports > 0)
            output.Write($"  {BlockerLine.ShowMore(list.MoreReports)}\n");
        // Asked for one phase, the answer is how far that one is.
        if (list.Items.Where(item => item.Handoff is not null).ToArray() is [{ Handoff: { } progress } handed])
            output.Write($"  {SafeText.Show(handed.Title)}: {progress.Step.ToWord()}. {SafeText.Show(handed.Sentence)}\n");
        foreach (var notice in list.Notices)
            output.Write($"  notice: {SafeText.Show(Notices.Show(notice))}\n");
        foreach (var team in list.Teams)
            output.Write($"  team {team.Team}: {team.Members} member{(team.Members == 1 ? "" : "s")} {(team.IsFromGitHub ? $"of {SafeText.Show(team.GithubTeam)} on GitHub" : $"of the file, for {SafeText.Show(team.GithubTeam)} cannot be read from here")}\n");
        var groups = WaitingFor.Group(list);
        var width = groups.Select(group => group.Name.Length).Append(NameWidth).Max();
        foreach (var (name, items) in groups)
        {
            var ids = string.Join(", ", items.Take(ShownIds).Select(item => SafeText.Show(WaitingFor.ShortName(item))));
            output.Write($"  {SafeText.Show(name).PadRight(width)} {items.Length,3}  {ids}{(items.Length > ShownIds ? $" and {items.Length - ShownIds} more" : "")}\n");
        }

        if (detail == GateDetail.People || list.Items.IsEmpty || detail == GateDetail.Items && holding.Length == 0)
            return;
        output.Write('\n');
        if (detail == GateDetail.Everything)
        {
            foreach (var item in list.Items)
                output.Write($"  {Verdicts.ToWord(item.Verdict),-14} {item.Reason.ToWord(),-26} {SafeText.Show(item.Title)}\n                 {SafeText.Show(item.Sentence)}{(item.Url.Length == 0 ? Number(item) : " " + item.Url)}\n");
            return;
        }

        foreach (var item in holding)
            output.Write($"  {item.Reason.ToWord(),-26} {SafeText.Show(item.Title)}{Number(item)}\n");
    }

    private static string Count(int items) => $"{items} item{(items == 1 ? "" : "s")}";

    /// <summary>How many items are not in the way without having passed; empty when there are none.</summary>
    private static string Excepted(ListResult list) => string.Concat(new[] { Verdict.Waived, Verdict.NotApplicable }
        .Select(verdict => (Word: Verdicts.ToWord(verdict), Count: list.Items.Count(item => item.Verdict == verdict)))
        .Where(pair => pair.Count > 0)
        .Select(pair => $", {pair.Count} of them {pair.Word}"));

    private static string Number(ItemVerdict item) => item.Issue is { } number ? $" (#{number})" : "";
}
