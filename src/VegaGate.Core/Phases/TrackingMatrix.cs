using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Format;
using VegaGate.Gate;

namespace VegaGate.Phases;

/// <summary>One phase in the tracking matrix. Texts as people read them, not escaped for anything.</summary>
/// <param name="Id">The phase's id.</param>
/// <param name="Phase">Its short name behind its number.</param>
/// <param name="Step">How far it is, for programs.</param>
/// <param name="State">The same in words, with everything that is worth knowing.</param>
public sealed record MatrixRow(
    int Number, string Id, string Phase, string Responsible, string HandoffTo, ImmutableArray<string> Artifacts, ImmutableArray<string> Criteria, HandoffStep Step, string State)
{
    /// <summary>Who is accountable, consulted and informed, each in one cell; responsible are the owners.</summary>
    public (string Accountable, string Consulted, string Informed) Roles { get; init; } = ("", "", "");

    /// <summary>The artifacts in one cell.</summary>
    public string ArtifactCell => string.Join(", ", Artifacts);

    /// <summary>The criteria in one cell.</summary>
    public string CriteriaCell => string.Join(", ", Criteria);
}

/// <summary>The tracking matrix of a list: who hands what to whom, and how far that is.</summary>
/// <param name="List">The list's slug, with its release where it has one.</param>
public sealed record TrackingMatrix(string List, string Title, ImmutableArray<MatrixRow> Rows)
{
    /// <summary>Whether anybody is accountable, consulted or informed: otherwise there are no columns for that.</summary>
    public bool HasRoles => Rows.Any(row => row.Roles != ("", "", ""));

    /// <summary>The headings of the columns.</summary>
    public ImmutableArray<string> Columns => ["Phase", "Responsible team", "Hand-off to", "Key artifacts", "Validation criteria", .. HasRoles ? ["Accountable", "Consulted", "Informed"] : Array.Empty<string>(), "State"];

    /// <summary>The cells of a row, in the order of the columns; not escaped.</summary>
    public ImmutableArray<string> Cells(MatrixRow row) =>
        [row.Phase, row.Responsible, row.HandoffTo, row.ArtifactCell, row.CriteriaCell, .. HasRoles ? [row.Roles.Accountable, row.Roles.Consulted, row.Roles.Informed] : Array.Empty<string>(), row.State];

    /// <summary>The matrix of a list with phases; it has no rows for a list of sections.</summary>
    public static TrackingMatrix Of(Checklist checklist, string? release, ListResult result)
    {
        var names = new ShortNames(checklist.People);
        var phases = PhaseStanding.Of(checklist, release, result);
        return new TrackingMatrix(result.Name, checklist.Title, [.. phases.Select(phase => RowOf(phase, phases, names, RoleHolders.Of(checklist, phase.Phase)))]);
    }

    private static MatrixRow RowOf(PhaseStanding standing, ImmutableArray<PhaseStanding> phases, ShortNames names, RoleHolders roles)
    {
        var phase = standing.Phase;
        var handoff = phase.Handoff;
        var words = handoff?.Matrix ?? MatrixWords.None;
        return new MatrixRow(
            standing.Number,
            phase.Id!.Value,
            $"{standing.Number}. {words.Phase ?? phase.Title}",
            names.Join(Slugs(handoff?.From ?? phase.Owners)),
            names.Join(Slugs(handoff?.To ?? [])),
            words.Artifacts.IsEmpty ? [.. (handoff?.Artifacts ?? []).Select(artifact => artifact.Name)] : words.Artifacts,
            words.Criteria.IsEmpty ? handoff?.Criteria ?? [] : words.Criteria,
            standing.Step,
            string.Join("; ", Describe(standing, phases, names)))
        {
            Roles = (names.Join(Slugs(roles.Accountable)), names.Join(Slugs(roles.Consulted)), names.Join(Slugs(roles.Informed))),
        };
    }

    private static IEnumerable<string> Describe(PhaseStanding standing, ImmutableArray<PhaseStanding> phases, ShortNames names)
    {
        var handoff = standing.Phase.Handoff;
        switch (standing.Step)
        {
            case HandoffStep.Waiting:
                yield return $"waits for phase {phases.First(phase => !phase.IsOver).Number}";
                break;
            case HandoffStep.Ready when handoff is null:
                yield return "done";
                break;
            case HandoffStep.Ready:
                yield return $"ready: {names.Join(Slugs(handoff.From))} asks for acceptance";
                break;
            case HandoffStep.Asked:
                yield return $"waits for acceptance by {names.Join(Slugs(handoff!.To))}";
                break;
            case HandoffStep.Accepted:
                yield return DescribeAcceptance(standing.Acceptance!);
                if (!handoff!.Criteria.IsEmpty)
                    yield return $"{Count(handoff.Criteria.Length, "criterion", "criteria")} signed off by both";
                if (standing.Handoff!.Handoff!.FollowUpDue.Length is var steps and > 0)
                    yield return $"{Count(steps, "step", "steps")} to follow up";
                break;
            default:
                foreach (var part in DescribeOpen(standing))
                    yield return part;
                break;
        }

        if (standing.Blocked.Count() is var blocked and > 0)
            yield return $"{blocked} blocked";
        if (standing.Early.Count() is var early and > 0)
            yield return $"{early} begun early";
    }

    private static IEnumerable<string> DescribeOpen(PhaseStanding standing)
    {
        var open = standing.Open.Count();
        var progress = standing.Handoff?.Handoff;
        var missing = progress?.Missing.Count() ?? 0;
        if (open > 0)
            yield return $"{open} of {Count(standing.Items.Length, "item", "items")} open";
        if (missing > 0)
            yield return $"{missing} of {Count(progress!.Artifacts.Length, "artifact", "artifacts")} missing";
        if (open == 0 && missing == 0)
            yield return $"held: {standing.Handoff!.Reason.ToWord()}";
    }

    private static string DescribeAcceptance(Acceptance acceptance) =>
        $"accepted by {acceptance.Actor.Login} on {acceptance.At.UtcDateTime:yyyy-MM-dd}{(acceptance.Score is { } score ? $" ({score}/{AcceptanceText.Best})" : "")}";

    private static string Count(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";

    private static IEnumerable<string> Slugs(ImmutableArray<Located<string>> names) => names.Select(name => name.Value);
}
