using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Tracking;

namespace VegaGate.Gate.Blocking;

/// <summary>An issue with the label of reports, and what happened on it.</summary>
public sealed record FiledReport(TrackedIssue Issue, ImmutableArray<TimelineEvent> Timeline);

/// <summary>The reports of a repository.</summary>
/// <param name="Unread">How many were left unread, because strangers filed more than anybody could look at.</param>
public sealed record ReportListing(ImmutableArray<FiledReport> Reports, int Unread)
{
    public static ReportListing None { get; } = new([], 0);
}

/// <summary>
/// Reads blocker reports: issues that anybody can open. Whoever floods the repository must neither hide a report that counts nor use up all requests: what somebody of
/// the file filed, or what we marked as confirmed, is always read; of what else was commented on, as much as the bound allows, what changed last first.
/// </summary>
/// <param name="readTimeline">The timeline of an issue, from a store where there is one.</param>
public sealed class FiledReports(IIssueTracker tracker, Func<TrackedIssue, CancellationToken, Task<ImmutableArray<TimelineEvent>>> readTimeline)
{
    /// <summary>So many reports of strangers are read in one run, a request each.</summary>
    public const int MostOfStrangers = 100;

    /// <summary>Reads for some lists; without a request where none of them escalates.</summary>
    public async Task<ReportListing> ReadAsync(ImmutableArray<Checklist> checklists, CancellationToken cancellation)
    {
        var authorities = checklists.Where(checklist => checklist.Escalation is not null).Select(checklist => new Authority(checklist.People)).ToImmutableArray();
        if (authorities.IsEmpty)
            return ReportListing.None;
        var issues = await tracker.ListIssuesAsync(LabelNames.Blocker, cancellation);
        var strangers = issues.Where(issue => !issue.IsUntouched && !IsKnown(issue)).OrderByDescending(issue => issue.UpdatedAt).Take(MostOfStrangers).Select(issue => issue.Number).ToHashSet();
        var reports = ImmutableArray.CreateBuilder<FiledReport>();
        foreach (var issue in issues)
        {
            // Nothing can have been said on an untouched one, and so nothing has to be asked for.
            if (issue.IsUntouched)
                reports.Add(new FiledReport(issue, []));
            else if (IsKnown(issue) || strangers.Contains(issue.Number))
                reports.Add(new FiledReport(issue, await readTimeline(issue, cancellation)));
        }

        return new ReportListing(reports.ToImmutable(), issues.Length - reports.Count);

        bool IsKnown(TrackedIssue issue) => issue.Labels.Contains(LabelNames.Confirmed, StringComparer.OrdinalIgnoreCase) || issue.IsOpen && authorities.Any(authority => authority.Find(issue.Author) is not null);
    }
}
