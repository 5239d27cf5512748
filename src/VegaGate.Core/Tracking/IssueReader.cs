using System.Collections.Immutable;

namespace VegaGate.Tracking;

/// <summary>
/// Reads which issue is which item's: one listing by our label, and one by one what the maps have and the listing lacks. A listing that lacks a lot is not believed.
/// </summary>
/// <param name="identities">Logins of our identity, today's and former ones.</param>
public sealed class IssueReader(IIssueTracker tracker, IReadOnlyCollection<string> identities)
{
    /// <summary>So many issues may be gone without a doubt about the listing; of a large map, <see cref="MostGoneShare"/> of it.</summary>
    private const int MostGone = 5;

    private const double MostGoneShare = 0.1;

    /// <summary>For whoever reads only.</summary>
    public Task<IssueIndex> ReadAsync(CancellationToken cancellation) => ReadAsync(new IssueQuestion(), cancellation);

    public async Task<IssueIndex> ReadAsync(IssueQuestion question, CancellationToken cancellation)
    {
        var issues = await tracker.ListIssuesAsync(LabelNames.All, cancellation);
        var index = IssueIndex.Build(issues, identities, question.Formerly);
        var missing = index.Missing.Where(entry => question.Concerns(entry.Key)).Select(entry => entry.Value).ToImmutableArray();
        if (missing.IsEmpty)
            return index;
        var known = index.Maps.Where(map => question.Concerns(map.Key)).Sum(map => map.Value.Count);
        if (missing.Length > Math.Max(MostGone, known * MostGoneShare) && !question.Adopts)
        {
            return index with
            {
                Doubt = $"The listing lacks {missing.Length} of {known} issues that are known, so it is not believed, and nothing is made or closed. Run again later; if they are really gone, `apply --adopt` looks for each.",
            };
        }

        var found = new List<TrackedIssue>();
        foreach (var number in missing)
        {
            if (await tracker.FindIssueAsync(number, cancellation) is { } issue)
                found.Add(issue);
        }

        return found.Count == 0 ? index : IssueIndex.Build(issues.Concat(found), identities, question.Formerly);
    }
}

/// <summary>What somebody wants to know of the issues.</summary>
public sealed record IssueQuestion
{
    /// <summary>Of identities that were renamed, what they are called now.</summary>
    public IReadOnlyDictionary<string, string> Formerly { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the identities of the lists (and releases) begin with that are asked for; null: all.</summary>
    public IReadOnlyCollection<string>? Scopes { get; init; }

    /// <summary>Whether what cannot be explained is looked for and taken over.</summary>
    public bool Adopts { get; init; }

    internal bool Concerns(string identity) => Scopes is null || Scopes.Any(scope => identity.StartsWith(scope, StringComparison.OrdinalIgnoreCase));
}
