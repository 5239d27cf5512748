using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Phases;

namespace VegaGate.Cli.Composition;

/// <summary>How long each <c>/block</c> on an issue of a list has stood, around the clock: until somebody lifted it or took it back, or until now.</summary>
internal static class SaidBlockers
{
    public static ImmutableArray<BlockerTime> Of(Checklist checklist, string? release, GateFacts facts, ItemStateResolver resolver)
    {
        var scopes = new ItemScopes(checklist, release);
        var times = ImmutableArray.CreateBuilder<BlockerTime>();
        foreach (var section in checklist.Sections)
        {
            foreach (var item in section.Items)
                Add(scopes.OfItem(item), item.SignOffPolicy, item.Severity);
            if (section.Handoff is { } handoff)
                Add(scopes.OfHandoff(section, handoff), new SignOffPolicy.Any(), null);
        }

        return times.ToImmutable();

        void Add(ItemScope scope, SignOffPolicy policy, string? ofItem)
        {
            if (!facts.Issues.TryGetValue(scope.Id, out var issue))
                return;
            var entries = resolver.ReadHistory(scope, policy, issue).Entries;
            for (var at = 0; at < entries.Length; at++)
            {
                foreach (var blocker in entries[at].Said.OfType<Blocker>())
                {
                    var end = entries.Skip(at + 1).FirstOrDefault(later => later.TakenBack.Contains(blocker));
                    var severity = blocker.Severity ?? (ofItem is null ? null : Severities.Parse(ofItem)) ?? Severity.Medium;
                    times.Add(new BlockerTime(severity, (end?.At ?? facts.Now) - blocker.At, end is not null));
                }
            }
        }
    }
}
