using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate;

namespace VegaGate.Phases;

/// <summary>A phase of a list, with what the gate says of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Items">The verdicts on its items, in the order of the file.</param>
/// <param name="Handoff">The verdict on its hand-off; null for a phase that nobody receives.</param>
/// <param name="IsOpen">Whether every phase before it that somebody receives was handed over.</param>
public sealed record PhaseStanding(int Number, Section Phase, ImmutableArray<ItemVerdict> Items, ItemVerdict? Handoff, bool IsOpen)
{
    /// <summary>How far it is. A phase that nobody receives is through when its items have passed, and ready is as far as it goes.</summary>
    public HandoffStep Step => Handoff?.Handoff is { } progress ? progress.Step
        : !IsOpen ? HandoffStep.Waiting
        : Items.Any(item => item.Holds) ? HandoffStep.Open
        : HandoffStep.Ready;

    public bool IsOver => Step == (Handoff is null ? HandoffStep.Ready : HandoffStep.Accepted);

    /// <summary>The acceptance that ended it; null while it goes on.</summary>
    public Acceptance? Acceptance => Step == HandoffStep.Accepted ? Handoff?.State?.Acceptance : null;

    public IEnumerable<ItemVerdict> Open => Items.Where(item => item.Holds);

    /// <summary>Everything that somebody began before the phase was open.</summary>
    public IEnumerable<ItemVerdict> Early => Verdicts.Where(verdict => verdict.IsEarly);

    /// <summary>Everything of it that is blocked.</summary>
    public IEnumerable<ItemVerdict> Blocked => Verdicts.Where(verdict => verdict is { Holds: true, Reason: ReasonCode.Blocked or ReasonCode.BlockerOpen });

    /// <summary>Its items, and last its hand-off.</summary>
    public IEnumerable<ItemVerdict> Verdicts => Handoff is null ? Items : Items.Append(Handoff);

    /// <summary>Whether it is being worked on: it is open and not over, and either a phase was handed over to open it or somebody has begun.</summary>
    public bool IsActive => Step != HandoffStep.Waiting && !IsOver && (Number > 1 || Verdicts.Any(verdict => verdict.State is { Ledger.Words.IsEmpty: false }));

    /// <summary>The phases of a list in their order; none for a list of sections.</summary>
    /// <param name="result">What the gate says of the list with all its stages and phases.</param>
    public static ImmutableArray<PhaseStanding> Of(Checklist checklist, string? release, ListResult result)
    {
        if (!checklist.HasPhases)
            return [];
        var verdicts = result.Items.ToDictionary(item => item.Id);
        var phases = ImmutableArray.CreateBuilder<PhaseStanding>(checklist.Sections.Length);
        var isOpen = true;
        foreach (var phase in checklist.Sections)
        {
            var items = phase.Items.Select(item => verdicts.GetValueOrDefault(new ItemId(checklist.Name, release, item.Id!.Value))).OfType<ItemVerdict>().ToImmutableArray();
            var handoff = verdicts.GetValueOrDefault(ItemId.ForHandoff(checklist.Name, release, phase.Id!.Value));
            phases.Add(new PhaseStanding(phases.Count + 1, phase, items, handoff, isOpen));
            isOpen &= handoff is not { Holds: true };
        }

        return phases.ToImmutable();
    }
}
