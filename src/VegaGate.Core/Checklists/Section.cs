using System.Collections.Immutable;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Checklists;

/// <summary>A group of items; of a list with phases, a phase.</summary>
/// <param name="Handoff">How the phase is handed over; null for a section, and for a phase that nobody receives.</param>
public sealed record Section(
    Located<string>? Id, string Title, string? Objective, ImmutableArray<Located<string>> Owners, Located<string>? Before, ImmutableArray<ChecklistItem> Items, Handoff? Handoff, TextSpan Span)
{
    /// <summary>Where it was bound from.</summary>
    public required YamlMapping Mapping { get; init; }

    /// <summary>Its own; null where the list's hold.</summary>
    public Roles? Roles { get; init; }
}

/// <summary>The hand-off at the end of a phase.</summary>
/// <param name="Phase">The phase's title.</param>
/// <param name="From">Slugs of the givers.</param>
/// <param name="To">Slugs of the receivers.</param>
/// <param name="IsCritical">Whether a meeting is needed.</param>
public sealed record Handoff(
    string Phase, ImmutableArray<Located<string>> From, ImmutableArray<Located<string>> To, bool IsCritical, ImmutableArray<string> Criteria, ImmutableArray<Artifact> Artifacts)
{
    /// <summary>Where it was bound from.</summary>
    public required YamlMapping Mapping { get; init; }

    /// <summary>The short words for the tracking matrix, as far as the file gives them.</summary>
    public MatrixWords Matrix { get; init; } = MatrixWords.None;

    /// <summary>Of what is accepted, as 16 hex digits.</summary>
    public string Fingerprint => Fingerprints.Of(
    [
        Phase, IsCritical ? "critical" : "", .. To.Select(receiver => receiver.Value), "criteria", .. Criteria,
        "artifacts", .. Artifacts.SelectMany(artifact => new[] { artifact.Name, artifact.Path ?? "", artifact.PullRequest?.ToString() ?? "", artifact.Url ?? "" }),
    ]);
}

/// <summary>How the tracking matrix calls a phase and what belongs to its hand-off. What is empty is not given.</summary>
/// <param name="Phase">Null where it is not given.</param>
public sealed record MatrixWords(string? Phase, ImmutableArray<string> Artifacts, ImmutableArray<string> Criteria)
{
    public static MatrixWords None { get; } = new(null, [], []);
}

/// <summary>Something that is handed over. Without a locator, its presence is signed for by a person.</summary>
public sealed record Artifact(string Name, string? Path, int? PullRequest, string? Url)
{
    public TextSpan NamePlace { get; init; }

    public TextSpan PathPlace { get; init; }

    public TextSpan UrlPlace { get; init; }
}
