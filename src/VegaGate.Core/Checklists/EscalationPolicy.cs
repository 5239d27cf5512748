using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>What happens while something is blocked.</summary>
/// <param name="Severity">Of a blocker that names none, on an item that names none; null: medium.</param>
/// <param name="Classes">The kinds of blockers that escalate.</param>
/// <param name="Calendar">Null: around the clock.</param>
/// <param name="Levels">In the order of the file.</param>
/// <param name="Report">Null: the list asks for nothing of its own in a report.</param>
public sealed record EscalationPolicy(Severity? Severity, ImmutableArray<string> Classes, WorkCalendar? Calendar, ImmutableArray<EscalationLevel> Levels, ReportTemplate? Report)
{
    /// <summary>Whether a blocker escalates: it is of one of the classes, or of the severity or a graver one. A list that names neither means every blocker.</summary>
    public bool Concerns(string? blockerClass, Severity severity) =>
        Severity is null && Classes.IsEmpty
        || severity <= Severity
        || blockerClass is not null && Classes.Contains(blockerClass, StringComparer.OrdinalIgnoreCase);
}

/// <summary>A step of the escalation.</summary>
/// <param name="Number">From 1.</param>
/// <param name="After">A duration, or <see cref="Unresolved"/>.</param>
/// <param name="Notify">Slugs of who is told.</param>
/// <param name="Do">What happens.</param>
public sealed record EscalationLevel(int Number, Located<string> After, ImmutableArray<Located<string>> Notify, string Do)
{
    /// <summary>The word for: once the level before has come, and the target for resolution has passed.</summary>
    public const string Unresolved = "unresolved";

    /// <summary>Working time since the blocker began; null for <see cref="Unresolved"/>.</summary>
    public TimeSpan? Delay => Scalars.ParseDuration(After.Value);
}

/// <summary>How fast a blocker is to be resolved, in working time.</summary>
public sealed record ResolutionTarget(Severity Severity, TimeSpan Within);

/// <summary>What a blocker report asks, in the document's own words.</summary>
public sealed record ReportTemplate(string Title, ImmutableArray<ReportSection> Sections);

/// <summary>A part of a report.</summary>
public sealed record ReportSection(string Title, ImmutableArray<ReportField> Fields);

/// <summary>A question of a report.</summary>
/// <param name="Hint">What to write there.</param>
public sealed record ReportField(string Name, string? Hint);
