using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate.Blocking;

/// <summary>
/// What a report said when somebody of the file took it up, in the hidden first line of our answer. Who filed a report can change its text at any time, and must neither
/// move what it holds nor make it graver:
/// from our answer on, the answer counts and not the text.
/// </summary>
/// <param name="Item">The item or hand-off; null where the report names none that is known.</param>
/// <param name="Phase">The id of the phase or section, or null.</param>
public sealed record ReportMark(string Checklist, string? Release, ItemId? Item, string? Phase, string? Class, Severity Severity)
{
    private const string Opening = "<!-- vegagate report ";
    private const string Closing = " -->";
    private const string Nothing = "-";

    public static ReportMark Of(BlockerRecord blocker) => new(blocker.Checklist, blocker.Release, blocker.Item, blocker.Phase, blocker.Class, blocker.Severity);

    /// <summary>The first mark for each list (and release) on a report, from comments of ours that nobody has edited.</summary>
    /// <param name="identities">Our own logins.</param>
    public static ImmutableArray<ReportMark> ReadAll(ImmutableArray<TimelineEvent> timeline, IReadOnlyCollection<string> identities) =>
    [
        .. OwnComments.Of(timeline, identities).Where(comment => !comment.IsEdited).Select(comment => Read(comment.Body)).OfType<ReportMark>()
            .DistinctBy(mark => (mark.Checklist, mark.Release)),
    ];

    public override string ToString() => Opening + string.Join(
        ' ', new[] { Checklist, Release, Item?.Item, Phase, Class, Severity.ToWord() }.Select(part => part is null ? Nothing : Uri.EscapeDataString(part))) + Closing;

    private static ReportMark? Read(string body)
    {
        if (!body.StartsWith(Opening, StringComparison.Ordinal) || body.IndexOf(Closing, StringComparison.Ordinal) is var end && end < 0)
            return null;
        var parts = body[Opening.Length..end].Split(' ').Select(part => part == Nothing ? null : Uri.UnescapeDataString(part)).ToArray();
        return parts is [{ } list, var release, var item, var phase, var kind, { } word] && Severities.Parse(word) is { } severity
            ? new ReportMark(list, release, item is null ? null : new ItemId(list, release, item), phase, kind, severity)
            : null;
    }
}
