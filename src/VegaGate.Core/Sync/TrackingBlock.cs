using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>The managed part of a tracking issue: the map, and where the list stands.</summary>
/// <param name="Progress">Markdown, written when issues are answered; empty until then.</param>
/// <param name="Map">Null where it is damaged or not there.</param>
public sealed record TrackingBlock(string Progress, TrackingMap? Map)
{
    /// <summary>Beside the map and people's text, in characters.</summary>
    private const int MaxProgress = 12_000;

    private const string Nothing = "Nothing has been evaluated yet. `vegagate respond` writes here where the list stands.";

    /// <summary>Reads the text between the two lines of the managed block.</summary>
    public static TrackingBlock Parse(string block)
    {
        var progress = TrackingMap.Strip(block).Trim('\n');
        return new TrackingBlock(progress == Nothing ? "" : progress, TrackingMap.Read(block));
    }

    /// <summary>The map goes first: where people's text leaves too little room, the end is cut.</summary>
    public string Render()
    {
        var progress = DesiredIssues.CutLines(Progress.Replace("<!--", "<! --", StringComparison.Ordinal).Trim('\n'), MaxProgress);
        return $"{Map ?? TrackingMap.Empty}\n\n{(progress.Length == 0 ? Nothing : progress)}";
    }
}
