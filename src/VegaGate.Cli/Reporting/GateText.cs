using VegaGate.Gate;

namespace VegaGate.Cli.Reporting;

/// <summary>How much of a gate's answer is shown.</summary>
internal enum GateDetail
{
    /// <summary>Who must act, and on which items.</summary>
    People,

    /// <summary>The same with each item's title and reason.</summary>
    Items,

    /// <summary>Every item, also those that pass, with its sentence.</summary>
    Everything,
}

/// <summary>A gate's answer for people: the decision first, then who must do what.</summary>
internal static class GateText
{
    private const int ShownIds = 12;

    public static void Write(GateResult result, string tracker, GateDetail detail, TextWriter output)
    {
        var holding = result.Lists.Count(list => list.Holds);
        output.Write(result.Holds
            ? $"\nHOLD ({result.Reason.ToWord()}): {holding} of {result.Lists.Length} checklists hold ({tracker})\n"
            : $"\nPASS: every required item has passed{(result.Lists.Any(list => Excepted(list).Length > 0) ? ", but for those that are left out" : "")} ({tracker})\n");
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
        output.Write($"  {(list.Holds ? "hold" : "pass")} for {list.Stage}{(list.IsJudged ? $": {list.Items.Length - holding.Length} of {list.Items.Length} clear{Excepted(list)}" : "")}\n");
        foreach (var reason in list.Reasons)
            output.Write($"  {reason.Reason.ToWord()}: {SafeText.Show(reason.Sentence)}\n");
        // Asked for one phase, the answer is how far that one is.
        if (list.Items.Where(item => item.Handoff is not null).ToArray() is [{ Handoff: { } progress } handed])
            output.Write($"  {SafeText.Show(handed.Title)}: {progress.Step.ToWord()}. {SafeText.Show(handed.Sentence)}\n");
        foreach (var notice in list.Notices)
            output.Write($"  notice: {SafeText.Show(Notices.Show(notice))}\n");
        foreach (var team in list.Teams)
            output.Write($"  team {team.Team}: {team.Members} member{(team.Members == 1 ? "" : "s")} {(team.IsFromGitHub ? $"of {SafeText.Show(team.GithubTeam)} on GitHub" : $"of the file, for {SafeText.Show(team.GithubTeam)} cannot be read from here")}\n");
        if (detail == GateDetail.Everything)
        {
            foreach (var item in list.Items)
                output.Write($"  {Verdicts.ToWord(item.Verdict),-14} {item.Reason.ToWord(),-26} {SafeText.Show(item.Title)}\n                 {SafeText.Show(item.Sentence)}{(item.Url.Length == 0 ? Number(item) : " " + item.Url)}\n");
        }

        foreach (var (name, items) in WaitingFor.Group(list))
        {
            if (detail == GateDetail.Items)
            {
                output.Write($"  {SafeText.Show(name)}\n");
                foreach (var item in items)
                    output.Write($"    {item.Reason.ToWord(),-26} {SafeText.Show(item.Title)}{Number(item)}\n");
            }
            else
            {
                var ids = string.Join(", ", items.Take(ShownIds).Select(item => item.Id.Item));
                output.Write($"  {SafeText.Show(name),-24} {items.Length,3}  {ids}{(items.Length > ShownIds ? $" and {items.Length - ShownIds} more" : "")}\n");
            }
        }
    }

    /// <summary>How many items are not in the way without having passed; empty when there are none.</summary>
    private static string Excepted(ListResult list) => string.Concat(new[] { Verdict.Waived, Verdict.NotApplicable }
        .Select(verdict => (Word: Verdicts.ToWord(verdict), Count: list.Items.Count(item => item.Verdict == verdict)))
        .Where(pair => pair.Count > 0)
        .Select(pair => $", {pair.Count} of them {pair.Word}"));

    private static string Number(ItemVerdict item) => item.Issue is { } number ? $" (#{number})" : "";
}
