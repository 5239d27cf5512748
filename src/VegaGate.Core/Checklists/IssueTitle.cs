namespace VegaGate.Checklists;

/// <summary>What the issues are called.</summary>
public static class IssueTitle
{
    /// <summary>GitHub's limit; a longer title is cut.</summary>
    public const int MaxLength = 256;

    /// <summary>GitHub's limit for the title of a milestone; it refuses a longer one.</summary>
    public const int MilestoneLength = 255;

    /// <summary>The title of the tracking issue of a list.</summary>
    public static string OfTracking(Checklist checklist, string? release) => $"{checklist.Title}{(release is null ? "" : $" {release}")}: where it stands";

    /// <summary>The title of an item that has an id and a title.</summary>
    public static string Of(ChecklistItem item) => $"{item.Id!.Value} {item.Title!.Value}";

    /// <summary>The title of the hand-off at the end of a phase.</summary>
    public static string OfHandoff(Section phase) => $"Hand-off: {phase.Title}";
}
