using System.Globalization;

namespace VegaGate.Tracking;

/// <summary>The labels that are ours. A label outside these namespaces is people's and is never touched.</summary>
public static class LabelNames
{
    /// <summary>On every issue of ours.</summary>
    public const string All = "vegagate";

    /// <summary>GitHub's limit for a name.</summary>
    public const int MaxLength = 50;

    private const string ChecklistPrefix = "checklist:";
    private const string OwnerPrefix = "owner:";
    private const string StatusPrefix = "status:";
    private const string ReleasePrefix = "release:";

    /// <summary>On a blocker report: the form puts it there.</summary>
    public const string Blocker = "vegagate:blocker";

    /// <summary>On a report that somebody of the file has taken up. It proves nothing; a report with it is never left unread.</summary>
    public const string Confirmed = "blocker:confirmed";

    private const string EscalationPrefix = "escalation:";

    public static string Checklist(string slug) => ChecklistPrefix + slug;

    public static string Owner(string slug) => OwnerPrefix + slug;

    public static string Status(string word) => StatusPrefix + word;

    public static string Release(string release) => ReleasePrefix + release;

    public static bool IsOurs(string label) =>
        string.Equals(label, All, StringComparison.OrdinalIgnoreCase)
        || new[] { ChecklistPrefix, OwnerPrefix, StatusPrefix, ReleasePrefix }.Any(prefix => label.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    public static bool IsStatus(string label) => label.StartsWith(StatusPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The highest level that a blocker has reached.</summary>
    public static string Escalation(int level) => EscalationPrefix + level.ToString(CultureInfo.InvariantCulture);

    public static bool IsEscalation(string label) => label.StartsWith(EscalationPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The label as it is made: colour and description tell what it is for.</summary>
    public static TrackerLabel Describe(string name) => name switch
    {
        All => new TrackerLabel(name, "1d3557", "Kept by VegaGate: an item of a checklist"),
        _ when name.StartsWith(ChecklistPrefix, StringComparison.Ordinal) => new TrackerLabel(name, "457b9d", "The checklist that the item stands in"),
        _ when name.StartsWith(OwnerPrefix, StringComparison.Ordinal) => new TrackerLabel(name, "a8dadc", "Answers for the item"),
        _ when name.StartsWith(ReleasePrefix, StringComparison.Ordinal) => new TrackerLabel(name, "6d597a", "The release that the item is walked for"),
        Blocker => new TrackerLabel(name, "e63946", "A blocker report"),
        Confirmed => new TrackerLabel(name, "9d0208", "Somebody of the checklist has taken the report up"),
        _ when IsEscalation(name) => new TrackerLabel(name, "f77f00", "The level of escalation that the blocker has reached"),
        "status:done" => new TrackerLabel(name, "2a9d8f", "Signed off"),
        "status:blocked" => new TrackerLabel(name, "e63946", "Cannot go on"),
        "status:in-progress" => new TrackerLabel(name, "e9c46a", "Somebody is at it"),
        "status:todo" => new TrackerLabel(name, "ced4da", "Nobody has begun"),
        _ => new TrackerLabel(name, "ededed", ""),
    };
}
