using System.Collections.Immutable;
using VegaGate.Conditions;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Checklists;

/// <summary>Something to be done before a stage. What is missing in the file is null or empty here; the rules say so.</summary>
public sealed record ChecklistItem
{
    private string? _fingerprint;

    public required Located<string>? Id { get; init; }

    public required Located<string>? Title { get; init; }

    /// <summary>Slugs; the section's where the item names none.</summary>
    public required ImmutableArray<Located<string>> Owners { get; init; }

    /// <summary>The word as it stands; null reads as todo.</summary>
    public required Located<string>? Status { get; init; }

    public required string? Pass { get; init; }

    /// <summary>Where the pass condition stands; empty where there is none.</summary>
    public required TextSpan PassPlace { get; init; }

    /// <summary>The probes' kinds and parameters.</summary>
    public required ImmutableArray<ProbeCall> Verify { get; init; }

    /// <summary>The stage; the section's or the list's first one where the item names none.</summary>
    public required Located<string> Before { get; init; }

    public required bool IsRequired { get; init; }

    public required ImmutableArray<Located<string>> Needs { get; init; }

    /// <summary>The roles that the item gives itself; the phase's and the list's are in <see cref="RoleHolders"/>.</summary>
    public required Roles? Roles { get; init; }

    /// <summary>Former ids.</summary>
    public required ImmutableArray<Located<string>> Was { get; init; }

    /// <summary>The number of an issue that is there already and is to be the item's, in digits.</summary>
    public required Located<string>? Issue { get; init; }

    public required DateOnly? Due { get; init; }

    public required SignOffPolicy SignOffPolicy { get; init; }

    /// <summary>Where the item states a rule of its own; null where it takes the gate's.</summary>
    public required Located<string>? SignOffKey { get; init; }

    public required ImmutableArray<RecordedSignOff> SignOffs { get; init; }

    /// <summary>Why it is blocked, as last recorded.</summary>
    public required RecordedBlocker? Blocked { get; init; }

    /// <summary>How much it matters when it is blocked.</summary>
    public required string? Severity { get; init; }

    public required Waiver? Waiver { get; init; }

    public required NotApplicable? NotApplicable { get; init; }

    public required ImmutableArray<string> Labels { get; init; }

    public required string? Notes { get; init; }

    public required string? Evidence { get; init; }

    /// <summary>What a sign-off is bound to: title, pass condition, required, verify and stage, as 16 hex digits.</summary>
    public string Fingerprint => _fingerprint ??= Fingerprints.Of(
        [Title?.Value ?? "", Pass ?? "", IsRequired ? "required" : "", Before.Value, .. Verify.Select(probe => probe.Kind.Value + " " + probe.Text)]);

    public required TextSpan Span { get; init; }

    /// <summary>Where it was bound from.</summary>
    public required YamlMapping Mapping { get; init; }

    /// <summary>The status as it is meant; null for a word that is none.</summary>
    public ItemStatus? RecordedStatus => Status is { } word ? ItemStatuses.Parse(word.Value) : ItemStatus.Todo;
}

/// <summary>A sign-off on record in the file.</summary>
/// <param name="AtPlace">Where the time stands.</param>
public sealed record RecordedSignOff(Located<string> By, DateTimeOffset At, TextSpan AtPlace, long? Issue, Located<string>? Text);

/// <summary>A blocker on record in the file.</summary>
public sealed record RecordedBlocker(string? Reason, string? Severity);

/// <summary>An approver's word that an item may wait.</summary>
/// <param name="Until">The last day on which it holds, in UTC.</param>
/// <param name="UntilPlace">Where that day stands.</param>
public sealed record Waiver(Located<string> By, string Reason, DateOnly Until, TextSpan UntilPlace);

/// <summary>An approver's word that an item does not apply.</summary>
public sealed record NotApplicable(Located<string> By, string Reason);
