using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>
/// A body in its parts: the marker, the managed block, and everything else, which is people's and survives every change as it is.
/// </summary>
/// <param name="Block">What stands between the two lines of the managed block.</param>
/// <param name="Before">What stands between the marker and the block.</param>
/// <param name="After">What stands behind the block.</param>
/// <param name="IsWhole">Whether there was exactly one block; otherwise a write puts it back in its place.</param>
public sealed record IssueBody(string Block, string Before, string After, bool IsWhole)
{
    private const string Begin = "<!-- vegagate:begin; this part is kept by VegaGate, write below it -->";
    private const string End = "<!-- vegagate:end -->";

    /// <summary>GitHub's limit for a body, in characters.</summary>
    private const int MaxLength = 65_536;

    /// <summary>More than any marker takes, so that one that grows later has its room.</summary>
    private const int MarkerRoom = 1_024;

    /// <summary>What the block may take beside people's text; below zero, not even its two lines have room.</summary>
    private int Room => MaxLength - MarkerRoom - Before.Length - After.Length - Begin.Length - End.Length - 2;

    /// <summary>Puts a block in, cut to the room that people's text leaves; null where it leaves none.</summary>
    public IssueBody? With(string block) => Room < 0 ? null : this with { Block = DesiredIssues.CutLines(block, Room) };

    public static IssueBody Read(string body)
    {
        var rest = IssueMarker.Strip(body);
        var begin = rest.IndexOf(Begin, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : rest.IndexOf(End, begin, StringComparison.Ordinal);
        if (end < 0)
        {
            // The block is gone or cut: what is left of it cannot be told from what people wrote, so all of it stays.
            return new IssueBody("", "\n", "\n" + WithoutLines(rest).TrimStart('\r', '\n'), IsWhole: false);
        }

        // Between an earlier beginning and this one may stand what people wrote.
        begin = rest.LastIndexOf(Begin, end, StringComparison.Ordinal);
        var block = rest[(begin + Begin.Length)..end].Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n');
        var (before, after) = (rest[..begin], rest[(end + End.Length)..]);
        return HasLines(before) || HasLines(after)
            ? new IssueBody(block, WithoutLines(before), WithoutLines(after), IsWhole: false)
            : new IssueBody(block, before, after, IsWhole: true);
    }

    /// <summary>The body of an issue that people wrote, with an empty block above their text.</summary>
    public static IssueBody Above(string text) => new("", "\n", "\n" + WithoutLines(text), IsWhole: false);

    public static IssueBody New(string block) => new(block, "\n", "\n", IsWhole: true);

    public string Compose(IssueMarker marker) => $"{marker}{Before}{Begin}\n{Block}\n{End}{After}";

    private static bool HasLines(string text) => text.Contains(Begin, StringComparison.Ordinal) || text.Contains(End, StringComparison.Ordinal);

    private static string WithoutLines(string text) => text.Replace(Begin, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal);
}
