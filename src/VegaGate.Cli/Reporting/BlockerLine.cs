using VegaGate.Checklists;
using VegaGate.Gate.Blocking;

namespace VegaGate.Cli.Reporting;

/// <summary>A blocker in a line of plain text.</summary>
internal static class BlockerLine
{
    /// <summary>In characters: a line and not a paragraph.</summary>
    private const int MaxReason = 200;

    public static string ShowMore(int count) => $"and {count} more unconfirmed report{(count == 1 ? "" : "s")}, which hold nothing";

    public static string Show(BlockerRecord blocker)
    {
        var what = $"{blocker.Item?.Item ?? blocker.Phase ?? "the list"}, {blocker.Severity.ToWord()}{(blocker.Class is { } kind ? $", {kind}" : "")}, #{blocker.Issue}";
        var reason = blocker.Reason.Length <= MaxReason ? blocker.Reason : blocker.Reason[..MaxReason] + "…";
        return blocker.Confirmed is { } confirmed
            ? $"blocker ({what}) by {blocker.Raised.Actor.Login} since {confirmed.At:u}: {reason}"
            : $"unconfirmed report ({what}) by {blocker.Raised.Actor.Login}, holds nothing until somebody of the checklist says /block on it: {reason}";
    }
}
