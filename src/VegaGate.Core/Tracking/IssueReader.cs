using System.Collections.Immutable;

namespace VegaGate.Tracking;

/// <summary>
/// Reads which issue is which item's: one listing by our label, one by one what the maps have and the listing lacks, and before anything is made one listing
/// by our identity. A listing that lacks a lot is not believed.
/// </summary>
/// <param name="identities">Logins of our identity, today's and former ones.</param>
public sealed class IssueReader(IIssueTracker tracker, IReadOnlyCollection<string> identities)
{
    /// <summary>So many issues may be gone without a doubt about the listing; of a large map, <see cref="MostGoneShare"/> of it.</summary>
    private const int MostGone = 5;

    private const double MostGoneShare = 0.1;

    /// <summary>Clocks on the other side need not agree to the second.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>For whoever reads only.</summary>
    public Task<IssueIndex> ReadAsync(CancellationToken cancellation) => ReadAsync(new IssueQuestion(), cancellation);

    /// <summary>Reads for a plan, which may make issues.</summary>
    public async Task<IssueIndex> ReadAsync(IssueQuestion question, CancellationToken cancellation)
    {
        var issues = (await tracker.ListIssuesAsync(LabelNames.All, cancellation)).ToList();
        var index = IssueIndex.Build(issues, identities, question.Formerly);
        var missing = index.Missing.Where(entry => question.Concerns(entry.Key)).Select(entry => entry.Value).ToImmutableArray();
        var known = index.Maps.Where(map => question.Concerns(map.Key)).Sum(map => map.Value.Count);
        if (missing.Length > Math.Max(MostGone, known * MostGoneShare) && !question.Adopts)
        {
            return index with
            {
                Doubt = $"The listing lacks {missing.Length} of {known} issues that are known, so it is not believed, and nothing is made or closed. Run again later; if they are really gone, `apply --adopt` looks for each.",
            };
        }

        foreach (var number in missing)
        {
            if (await tracker.FindIssueAsync(number, cancellation) is { } issue)
                issues.Add(issue);
        }

        foreach (var number in question.Named.Values.Except(issues.Select(issue => issue.Number)).Except(missing).ToImmutableArray())
        {
            if (await tracker.FindIssueAsync(number, cancellation) is { } issue)
                issues.Add(issue);
        }

        index = IssueIndex.Build(issues, identities, question.Formerly, named: question.Named);
        return IsSomethingToMake(question, index) ? await CheckAsync(question, index, issues, cancellation) : index;
    }

    private static bool IsSomethingToMake(IssueQuestion question, IssueIndex index) =>
        question.Wanted.Any(identity => index.Find(identity) is null && !index.Misplaced.ContainsKey(identity) && (question.Adopts || !index.Missing.ContainsKey(identity)));

    /// <summary>Asks a second way before anything is made: what our identity made since the maps were written, with the label or without it.</summary>
    private async Task<IssueIndex> CheckAsync(IssueQuestion question, IssueIndex index, List<TrackedIssue> issues, CancellationToken cancellation)
    {
        var numbers = issues.Select(issue => issue.Number).ToHashSet();
        var strays = new List<MarkedIssue>();
        foreach (var login in identities)
        {
            foreach (var issue in await tracker.ListIssuesByAuthorAsync(login, SinceOf(question, index), cancellation))
            {
                if (!numbers.Add(issue.Number))
                    continue;
                if (issue.Labels.Contains(LabelNames.All, StringComparer.OrdinalIgnoreCase))
                    issues.Add(issue);
                else if (IssueMarker.Read(issue.Body) is { } marker && index.Find(index.Today(marker.Identity)) is null && question.Concerns(index.Today(marker.Identity)))
                    strays.Add(new MarkedIssue(issue, marker));
            }
        }

        if (question.Adopts)
            issues.AddRange(strays.Select(stray => stray.Issue));
        index = IssueIndex.Build(issues, identities, question.Formerly, question.Adopts, question.Named);
        return question.Adopts ? index : index with { Strays = [.. index.Strays, .. strays.Where(stray => index.Find(index.Today(stray.Marker.Identity)) is null)] };
    }

    /// <summary>When the oldest of the maps was written; null where a list has none.</summary>
    private static DateTimeOffset? SinceOf(IssueQuestion question, IssueIndex index)
    {
        var times = question.Wanted.Select(TrackingMap.ScopeOf).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(scope => index.Maps.ContainsKey(scope) ? index.TrackingOf(scope) : null)
            .Select(tracking => tracking?.Marker.Since ?? tracking?.Issue.CreatedAt).ToImmutableArray();
        return times.Contains(null) ? null : times.Min() - Tolerance;
    }
}

/// <summary>What somebody wants to know of the issues.</summary>
public sealed record IssueQuestion
{
    /// <summary>Of identities that were renamed, what they are called now.</summary>
    public IReadOnlyDictionary<string, string> Formerly { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the identities of the lists (and releases) begin with that are asked for; null: all.</summary>
    public IReadOnlyCollection<string>? Scopes { get; init; }

    /// <summary>The identities that are to have an issue; where one has none, a second listing looks for it.</summary>
    public IReadOnlyCollection<string> Wanted { get; init; } = [];

    /// <summary>Of identities for which the file names an issue that is there already, its number.</summary>
    public IReadOnlyDictionary<string, int> Named { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Whether what cannot be explained is looked for and taken over.</summary>
    public bool Adopts { get; init; }

    internal bool Concerns(string identity) => Scopes is null || Scopes.Any(scope => identity.StartsWith(scope, StringComparison.OrdinalIgnoreCase));
}
