using System.Collections.Immutable;

namespace VegaGate.Tracking;

/// <summary>An issue of ours, with what its marker says.</summary>
public sealed record MarkedIssue(TrackedIssue Issue, IssueMarker Marker);

/// <summary>An issue that the file names for an item.</summary>
/// <param name="Issue">Null where it cannot become the item's.</param>
/// <param name="IsOurs">Whether our identity opened it.</param>
/// <param name="Obstacle">Why it cannot, and what to do; null where it can.</param>
public sealed record NamedIssue(int Number, TrackedIssue? Issue, bool IsOurs, string? Obstacle);

/// <summary>
/// Which issue is which item's. An issue is ours only if our identity made it, and if its number is the one that the tracking issue keeps for the item,
/// or it keeps none: anyone can open an issue with a copied marker. One that somebody else opened becomes an item's because the file names its number, and
/// stays it because the tracking issue keeps the number with the seal of what we wrote there.
/// </summary>
public sealed record IssueIndex
{
    private readonly Dictionary<string, MarkedIssue> _byIdentity;
    private readonly IReadOnlyDictionary<string, string> _formerly;
    private readonly IReadOnlyDictionary<int, string> _seals;

    private IssueIndex(IssueSorting sorting, IReadOnlyDictionary<string, string> formerly)
    {
        _byIdentity = sorting.Found;
        _formerly = formerly;
        _seals = sorting.Seals;
        Maps = sorting.Maps;
        Twins = [.. sorting.Twins];
        Foreign = [.. sorting.Foreign];
        Broken = [.. sorting.Broken];
        Strays = [.. sorting.Strays];
        Misplaced = sorting.Misplaced;
        Missing = sorting.Missing;
        Named = sorting.Named;
    }

    private IssueIndex(IssueIndex original, Dictionary<string, MarkedIssue> byIdentity)
        : this(original) => _byIdentity = byIdentity;

    /// <summary>One issue for each identity, in rising order of number.</summary>
    public IEnumerable<MarkedIssue> Issues => _byIdentity.Values.OrderBy(found => found.Issue.Number);

    /// <summary>The maps of the tracking issues, by what the identities of a list (and release) begin with.</summary>
    public IReadOnlyDictionary<string, TrackingMap> Maps { get; }

    /// <summary>Issues of ours for an identity that another one already has.</summary>
    public ImmutableArray<MarkedIssue> Twins { get; private init; }

    /// <summary>Issues with a marker that somebody else made: not ours, whatever they say.</summary>
    public ImmutableArray<TrackedIssue> Foreign { get; }

    /// <summary>Issues of ours whose marker cannot be read, and that no map knows.</summary>
    public ImmutableArray<TrackedIssue> Broken { get; }

    /// <summary>Issues of ours for an identity that the map gives to one that is not there: nobody can tell what happened.</summary>
    public ImmutableArray<MarkedIssue> Strays { get; init; }

    /// <summary>Issues that the map gives to an identity, while their own marker says another one, or nothing.</summary>
    public IReadOnlyDictionary<string, TrackedIssue> Misplaced { get; private init; }

    /// <summary>Identities whose issue is gone, with its number: deleted, transferred, or not in the listing.</summary>
    public IReadOnlyDictionary<string, int> Missing { get; }

    /// <summary>Issues that the file names for identities that have not got them yet.</summary>
    public IReadOnlyDictionary<string, NamedIssue> Named { get; }

    /// <summary>Why the listing cannot be believed; null where it can. Nothing may be made or closed while there is a reason.</summary>
    public string? Doubt { get; init; }

    /// <summary>Sorts a listing.</summary>
    /// <param name="issues">Every issue with our label, open and closed, and those that were found otherwise.</param>
    /// <param name="identities">Logins of our identity, today's and former ones.</param>
    /// <param name="formerly">Of identities that were renamed, what they are called now.</param>
    /// <param name="adopts">Whether an issue takes the place of one that is gone.</param>
    /// <param name="named">Of identities for which the file names an issue, its number.</param>
    public static IssueIndex Build(
        IEnumerable<TrackedIssue> issues, IReadOnlyCollection<string> identities, IReadOnlyDictionary<string, string>? formerly = null, bool adopts = false, IReadOnlyDictionary<string, int>? named = null)
    {
        formerly ??= ImmutableDictionary<string, string>.Empty;
        return new IssueIndex(IssueSorting.Sort(issues, identities, formerly, adopts, named ?? ImmutableDictionary<string, int>.Empty), formerly);
    }

    /// <summary>The seal that the tracking issue keeps of an issue that somebody else opened; null for every other one.</summary>
    public string? SealOf(int number) => _seals.GetValueOrDefault(number);

    /// <summary>The same index of issues that are about to be changed.</summary>
    public IssueIndex Select(Func<TrackedIssue, TrackedIssue> change)
    {
        return new IssueIndex(this, _byIdentity.ToDictionary(entry => entry.Key, entry => Of(entry.Value), StringComparer.OrdinalIgnoreCase))
        {
            Twins = [.. Twins.Select(Of)],
            Misplaced = Misplaced.ToDictionary(entry => entry.Key, entry => change(entry.Value), StringComparer.OrdinalIgnoreCase),
        };

        MarkedIssue Of(MarkedIssue found) => found with { Issue = change(found.Issue) };
    }

    /// <summary>The issue of an identity, also when its marker still has a former one.</summary>
    public MarkedIssue? Find(string identity) => _byIdentity.GetValueOrDefault(identity);

    /// <summary>The tracking issue of a list (and release), by what its identities begin with.</summary>
    public MarkedIssue? TrackingOf(string scope) => Find(scope + IssueSorting.TrackingKey);

    /// <summary>What the identity of a marker is called now.</summary>
    public string Today(string identity) => _formerly.GetValueOrDefault(identity, identity);
}
