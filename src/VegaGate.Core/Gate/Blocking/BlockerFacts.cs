using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Gate.Blocking;

/// <summary>What the issues and the reports say of blockers, put to the facts of a decision. Pure: whoever has issues and reports has the blockers.</summary>
public static class BlockerFacts
{
    /// <summary>The facts with every blocker of the lists; what is reported of an item, and holds, stands at its issue too.</summary>
    /// <param name="walked">The lists whose issues were read.</param>
    /// <param name="identities">Our own logins: what they do says nothing.</param>
    public static GateFacts Derive(GateFacts facts, ImmutableArray<Checklist> walked, string? release, IReadOnlyCollection<string> identities)
    {
        var reading = new ReportReading(walked, identities);
        var resolver = new ItemStateResolver(identities);
        var blockers = walked.SelectMany(checklist => BlockerHistory.Of(checklist, checklist.IsPerRelease ? release : null, facts.Issues, facts.Reports.Reports, reading, resolver)).ToImmutableArray();
        var holding = blockers.Where(blocker => blocker is { IsReport: true, IsOpen: true, Item: not null }).ToLookup(blocker => blocker.Item!);
        return facts with
        {
            Blockers = blockers,
            Issues = facts.Issues.ToDictionary(pair => pair.Key, pair => holding.Contains(pair.Key) ? pair.Value with { Reports = [.. holding[pair.Key]] } : pair.Value),
        };
    }
}
