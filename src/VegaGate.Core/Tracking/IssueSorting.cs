namespace VegaGate.Tracking;

/// <summary>Sorts issues by whose they are. Made for one index and then let go.</summary>
internal sealed class IssueSorting
{
    public const string TrackingKey = "#tracking";

    private readonly IReadOnlyDictionary<string, string> _formerly;
    private readonly Dictionary<string, int> _mapped = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, string> _owner = [];

    private IssueSorting(IReadOnlyDictionary<string, string> formerly) => _formerly = formerly;

    public Dictionary<string, MarkedIssue> Found { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, TrackingMap> Maps { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<MarkedIssue> Twins { get; } = [];

    public List<TrackedIssue> Foreign { get; } = [];

    public List<TrackedIssue> Broken { get; } = [];

    public List<MarkedIssue> Strays { get; } = [];

    public Dictionary<string, TrackedIssue> Misplaced { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, int> Missing { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static IssueSorting Sort(IEnumerable<TrackedIssue> issues, IReadOnlyCollection<string> identities, IReadOnlyDictionary<string, string> formerly, bool adopts)
    {
        var sorting = new IssueSorting(formerly);
        var ours = new List<(TrackedIssue Issue, IssueMarker? Marker)>();
        foreach (var issue in issues.DistinctBy(issue => issue.Number).OrderBy(issue => issue.Number))
        {
            var marker = IssueMarker.Read(issue.Body);
            if (identities.Any(issue.Author.HasLogin))
                ours.Add((issue, marker));
            else if (marker is not null)
                sorting.Foreign.Add(issue);
        }

        sorting.ReadMaps(ours);
        var numbers = ours.Select(pair => pair.Issue.Number).ToHashSet();
        foreach (var (identity, number) in sorting._mapped.Where(entry => !numbers.Contains(entry.Value)))
            sorting.Missing.Add(identity, number);
        var later = new List<MarkedIssue>();
        foreach (var (issue, marker) in ours)
            sorting.Place(issue, marker, later);
        foreach (var marked in later)
            sorting.PlaceRival(marked, adopts);
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
                if (!_owner.ContainsKey(number) && _mapped.TryAdd(identity, number))
                    _owner.Add(number, identity);
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
}
