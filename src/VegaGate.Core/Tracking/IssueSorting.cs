namespace VegaGate.Tracking;

/// <summary>Sorts issues by whose they are. Made for one index and then let go.</summary>
internal sealed class IssueSorting
{
    public const string TrackingKey = "#tracking";

    private readonly IReadOnlyDictionary<string, string> _formerly;
    private readonly Dictionary<string, int> _mapped = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, string> _owner = [];
    private readonly Dictionary<int, string> _seals = [];

    private IssueSorting(IReadOnlyDictionary<string, string> formerly) => _formerly = formerly;

    public Dictionary<string, MarkedIssue> Found { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, TrackingMap> Maps { get; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<int, string> Seals => _seals;

    public Dictionary<string, NamedIssue> Named { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<MarkedIssue> Twins { get; } = [];

    public List<TrackedIssue> Foreign { get; } = [];

    public List<TrackedIssue> Broken { get; } = [];

    public List<MarkedIssue> Strays { get; } = [];

    public Dictionary<string, TrackedIssue> Misplaced { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, int> Missing { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static IssueSorting Sort(
        IEnumerable<TrackedIssue> issues, IReadOnlyCollection<string> identities, IReadOnlyDictionary<string, string> formerly, bool adopts, IReadOnlyDictionary<string, int> named)
    {
        var sorting = new IssueSorting(formerly);
        var ours = new List<(TrackedIssue Issue, IssueMarker? Marker)>();
        var others = new List<(TrackedIssue Issue, IssueMarker? Marker)>();
        foreach (var issue in issues.DistinctBy(issue => issue.Number).OrderBy(issue => issue.Number))
        {
            var marker = IssueMarker.Read(issue.Body);
            (identities.Any(issue.Author.HasLogin) ? ours : others).Add((issue, marker));
        }

        sorting.ReadMaps(ours);
        var foreign = others.ToLookup(pair => sorting._seals.ContainsKey(pair.Issue.Number));
        sorting.Foreign.AddRange(foreign[false].Where(pair => pair.Marker is not null).Select(pair => pair.Issue));
        // Whoever opened an issue may edit its body: of one that somebody else opened, only the marker that we wrote says anything.
        ours.AddRange(foreign[true].Select(pair => (pair.Issue, pair.Marker?.Seal == sorting._seals[pair.Issue.Number] ? pair.Marker : null)));
        var numbers = ours.Select(pair => pair.Issue.Number).ToHashSet();
        foreach (var (identity, number) in sorting._mapped.Where(entry => !numbers.Contains(entry.Value)))
            sorting.Missing.Add(identity, number);
        var later = new List<MarkedIssue>();
        foreach (var (issue, marker) in ours)
            sorting.Place(issue, marker, later);
        foreach (var marked in later)
            sorting.PlaceRival(marked, adopts);
        var byNumber = ours.Select(pair => (pair.Issue, IsOurs: true)).Concat(foreign[false].Select(pair => (pair.Issue, IsOurs: false))).ToDictionary(pair => pair.Issue.Number);
        foreach (var (identity, number) in named)
        {
            if (sorting.Name(identity, number, byNumber) is { } issue)
                sorting.Named.Add(identity, issue);
        }

        sorting.Broken.RemoveAll(sorting.IsNamed);
        sorting.Foreign.RemoveAll(sorting.IsNamed);
        return sorting;
    }

    private string Today(string identity) => _formerly.GetValueOrDefault(identity, identity);

    /// <summary>The lowest number is the tracking issue, as with every item.</summary>
    private void ReadMaps(List<(TrackedIssue Issue, IssueMarker? Marker)> ours)
    {
        foreach (var (issue, marker) in ours.Where(pair => pair.Marker is not null && TrackingMap.KeyOf(pair.Marker.Identity) == TrackingKey))
        {
            if (Maps.ContainsKey(TrackingMap.ScopeOf(Today(marker!.Identity))) || TrackingMap.Read(issue.Body) is not { } map)
                continue;
            var scope = TrackingMap.ScopeOf(marker.Identity);
            Maps.Add(TrackingMap.ScopeOf(Today(marker.Identity)), map);
            // What is kept under today's name goes before what is kept under a former one.
            foreach (var (key, number) in map.Entries.OrderBy(entry => _formerly.ContainsKey(scope + entry.Key)))
            {
                var identity = Today(scope + key);
                if (_owner.ContainsKey(number) || !_mapped.TryAdd(identity, number))
                    continue;
                _owner.Add(number, identity);
                if (map.SealOf(number) is { } seal)
                    _seals.Add(number, seal);
            }
        }
    }

    private void Place(TrackedIssue issue, IssueMarker? marker, List<MarkedIssue> later)
    {
        var identity = marker is null ? null : Today(marker.Identity);
        if (_owner.TryGetValue(issue.Number, out var owner))
        {
            if (marker is not null && string.Equals(owner, identity, StringComparison.OrdinalIgnoreCase))
                Found[owner] = new MarkedIssue(issue, marker);
            else
                Misplaced[owner] = issue;
        }
        else if (marker is null)
        {
            Broken.Add(issue);
        }
        else
        {
            later.Add(new MarkedIssue(issue, marker));
        }
    }

    /// <summary>An issue that no map knows: of an item without an issue it is the issue, otherwise a twin.</summary>
    private void PlaceRival(MarkedIssue marked, bool adopts)
    {
        var identity = Today(marked.Marker.Identity);
        if (adopts)
            Missing.Remove(identity);
        if (Missing.ContainsKey(identity))
            Strays.Add(marked);
        else if (Misplaced.ContainsKey(identity) || !Found.TryAdd(identity, marked))
            Twins.Add(marked);
    }

    /// <summary>What becomes of an issue that the file names; null where it is the item's already.</summary>
    private NamedIssue? Name(string identity, int number, Dictionary<int, (TrackedIssue Issue, bool IsOurs)> byNumber)
    {
        var other = Found.GetValueOrDefault(identity)?.Issue.Number ?? Misplaced.GetValueOrDefault(identity)?.Number;
        if (other == number)
            return null;
        if (other is null && Missing.TryGetValue(identity, out var gone) && gone != number)
            other = gone;
        var obstacle = other is not null ? $"the file names #{number}, and the issue of this item is #{other} already; take `issue` away from the item, or give it a new id"
            : KeeperOf(number) is { } keeper && !string.Equals(keeper, identity, StringComparison.OrdinalIgnoreCase) ? $"the file names #{number}, which is the issue of {keeper} already; take `issue` away from one of the two items"
            : !byNumber.TryGetValue(number, out var there) ? $"the file names #{number}, which is no issue here: it was never made, was deleted or transferred, or is a pull request; take `issue` away from the item, and it gets an issue of its own"
            : there.Issue.IsLocked ? $"the file names #{number}, which is locked, so that owners cannot answer there; unlock it, or take `issue` away from the item"
            : null;
        return obstacle is null ? new NamedIssue(number, byNumber[number].Issue, byNumber[number].IsOurs, null) : new NamedIssue(number, null, false, obstacle);
    }

    /// <summary>The identity that an issue of ours has, by the map or by its own marker.</summary>
    private string? KeeperOf(int number) =>
        _owner.GetValueOrDefault(number) ?? Found.Values.Concat(Twins).Concat(Strays).FirstOrDefault(marked => marked.Issue.Number == number)?.Marker.Identity;

    private bool IsNamed(TrackedIssue issue) => Named.Values.Any(named => named.Issue?.Number == issue.Number);
}
