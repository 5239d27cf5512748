using System.Text.RegularExpressions;

namespace VegaGate.Documents.Recognition;

/// <summary>What a part of the document is about.</summary>
internal enum Zone
{
    None,
    Overview,
    Legend,
    Phase,
    Escalation,
    Matrix,
    StepsBefore,
    StepsDuring,
    StepsAfter,
    StatusUpdates,
    Meetings,
    Documentation,
    Indicators,
    Metrics,
    Changes,
    Related,
}

/// <summary>Tells it by the heading.</summary>
internal static partial class Zones
{
    private const int TimeoutMilliseconds = 1_000;

    /// <summary>The zone of a heading, or null when it says nothing and the zone around it goes on.</summary>
    /// <param name="isProtocol">Whether the document hands phases from team to team.</param>
    public static Zone? Of(string heading, bool isProtocol)
    {
        var words = Words.Bare(heading);
        if (words is "CHANGE LOG" or "CHANGELOG" or "REVISION HISTORY" or "VERSION HISTORY" or "DOCUMENT HISTORY" or "HISTORY" or "REVISIONS" or "CHANGES")
            return Zone.Changes;
        if (words is "RELATED" or "RELATED DOCS" or "RELATED DOCUMENTS" or "RELATED DOCUMENTATION" or "REFERENCES" or "SEE ALSO" or "RELATED LINKS" or "LINKS" or "FURTHER READING" or "RESOURCES")
            return Zone.Related;
        if (words is "OVERVIEW" or "PURPOSE" or "INTRODUCTION" or "ABOUT" or "SUMMARY" or "EXECUTIVE SUMMARY" or "BACKGROUND")
            return Zone.Overview;
        if (words.EndsWith("LEGEND", StringComparison.Ordinal))
            return Zone.Legend;
        if (!isProtocol)
            return null;
        if (Phase().IsMatch(Words.Title(heading)))
            return Zone.Phase;
        return words switch
        {
            _ when words.Contains("MATRIX", StringComparison.Ordinal) => Zone.Matrix,
            _ when words.Contains("ESCALATION", StringComparison.Ordinal) || words.Contains("BLOCKER", StringComparison.Ordinal) => Zone.Escalation,
            _ when words.StartsWith("PRE HAND", StringComparison.Ordinal) || words.StartsWith("BEFORE HAND", StringComparison.Ordinal) => Zone.StepsBefore,
            _ when words.StartsWith("POST HAND", StringComparison.Ordinal) || words.StartsWith("AFTER HAND", StringComparison.Ordinal) => Zone.StepsAfter,
            "HANDOFF EXECUTION" or "HAND OFF EXECUTION" or "DURING HANDOFF" or "DURING HAND OFF" or "HANDOFF CHECKLIST" or "HAND OFF CHECKLIST" => Zone.StepsDuring,
            _ when words.Contains("STATUS UPDATE", StringComparison.Ordinal) || words.Contains("STATUS REPORT", StringComparison.Ordinal) => Zone.StatusUpdates,
            _ when words.Contains("MEETING", StringComparison.Ordinal) => Zone.Meetings,
            _ when words.Contains("DOCUMENTATION", StringComparison.Ordinal) => Zone.Documentation,
            _ when words.Contains("INDICATOR", StringComparison.Ordinal) => Zone.Indicators,
            _ when words.Contains("METRIC", StringComparison.Ordinal) || words is "TARGETS" or "KPIS" => Zone.Metrics,
            _ => Zone.None,
        };
    }

    /// <summary>The parts of a phase's heading.</summary>
    public static Match PhaseHeading(string heading) => Phase().Match(Words.Title(heading));

    [GeneratedRegex(@"^phase\s+(?<number>\d{1,3})\s*[:.)–—-]\s*(?<title>.+?)(?:\s*\((?<owner>[^()]*?)\s+(?:responsibilit\w+|team|lead\w*|owner)\))?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex Phase();
}
