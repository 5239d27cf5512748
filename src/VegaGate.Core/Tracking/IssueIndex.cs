using System.Collections.Immutable;

namespace VegaGate.Tracking;

/// <summary>An issue of ours, with what its marker says.</summary>
public sealed record MarkedIssue(TrackedIssue Issue, IssueMarker Marker);

/// <summary>
/// Which issue is which item's. An issue is ours only if our identity made it: anyone can open one with a copied marker.
/// </summary>
public sealed class IssueIndex
{
    private readonly Dictionary<string, MarkedIssue> _byIdentity;

    private IssueIndex(Dictionary<string, MarkedIssue> byIdentity, ImmutableArray<MarkedIssue> twins, ImmutableArray<TrackedIssue> foreign, ImmutableArray<TrackedIssue> broken)
    {
        _byIdentity = byIdentity;
        Twins = twins;
        Foreign = foreign;
        Broken = broken;
    }

    /// <summary>One issue for each identity, in rising order of number.</summary>
    public IEnumerable<MarkedIssue> Issues => _byIdentity.Values.OrderBy(found => found.Issue.Number);

    /// <summary>Issues of ours for an identity that a lower number already has.</summary>
    public ImmutableArray<MarkedIssue> Twins { get; }

    /// <summary>Issues with a marker that somebody else made: not ours, whatever they say.</summary>
    public ImmutableArray<TrackedIssue> Foreign { get; }

    /// <summary>Issues of ours whose marker cannot be read.</summary>
    public ImmutableArray<TrackedIssue> Broken { get; }

    /// <summary>Sorts a listing.</summary>
    /// <param name="issues">Every issue with our label, open and closed.</param>
    /// <param name="identities">Logins of our identity, today's and former ones.</param>
    public static IssueIndex Build(IEnumerable<TrackedIssue> issues, IReadOnlyCollection<string> identities)
    {
        var byIdentity = new Dictionary<string, MarkedIssue>(StringComparer.OrdinalIgnoreCase);
        var twins = ImmutableArray.CreateBuilder<MarkedIssue>();
        var foreign = ImmutableArray.CreateBuilder<TrackedIssue>();
        var broken = ImmutableArray.CreateBuilder<TrackedIssue>();
        foreach (var issue in issues.OrderBy(issue => issue.Number))
        {
            var marker = IssueMarker.Read(issue.Body);
            if (!identities.Any(issue.Author.HasLogin))
            {
                if (marker is not null)
                    foreign.Add(issue);
            }
            else if (marker is null)
            {
                broken.Add(issue);
            }
            else if (!byIdentity.TryAdd(marker.Identity, new MarkedIssue(issue, marker)))
            {
                twins.Add(new MarkedIssue(issue, marker));
            }
        }

        return new IssueIndex(byIdentity, twins.ToImmutable(), foreign.ToImmutable(), broken.ToImmutable());
    }

    public MarkedIssue? Find(string identity) => _byIdentity.GetValueOrDefault(identity);
}
