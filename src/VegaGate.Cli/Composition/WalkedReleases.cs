using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>The releases that a run works on when nobody names one.</summary>
internal static class WalkedReleases
{
    /// <summary>An event does not name a release: the issue's identity does. Without an issue, every release that has issues; last, none.</summary>
    /// <param name="number">The issue of the event.</param>
    public static ImmutableArray<string?> Of(Project project, IssueIndex index, int? number = null)
    {
        if (project.Release is not null)
            return [project.Release];
        var walked = project.LeftOut.Select(checklist => checklist.Name).ToHashSet(StringComparer.Ordinal);
        var releases = index.Issues.Where(marked => number is null || marked.Issue.Number == number)
            .Select(marked => ItemId.Parse(marked.Marker.Identity))
            .Where(id => id?.Release is not null && walked.Contains(id.Checklist))
            .Select(id => id!.Release)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        return releases.IsEmpty ? [null] : releases;
    }
}
