using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate;

namespace VegaGate.Cli.Composition;

/// <summary>What the gate says of lists with phases, with all their stages and phases.</summary>
internal static class PhaseResults
{
    /// <summary>Each list with its answer, in the order of the files; none where no list has phases.</summary>
    public static ImmutableArray<(Checklist Checklist, ListResult Result)> FindAll(ProjectFacts read, TrackerSession session)
    {
        var lists = read.Project.Synced.Where(checklist => checklist.HasPhases).ToImmutableArray();
        var results = new GateEvaluator(new ItemStateResolver(session.Identities), read.Project.Configuration.Severities).Evaluate(lists, new GateRequest(null, null, read.Project.Release), read.Facts).Lists;
        return [.. lists.Zip(results)];
    }

    /// <summary>The same for whom nothing is no answer.</summary>
    /// <exception cref="UsageException">No list has phases.</exception>
    public static ImmutableArray<(Checklist Checklist, ListResult Result)> Find(ProjectFacts read, TrackerSession session) => FindAll(read, session) is { IsEmpty: false } found
        ? found
        : throw new UsageException("no checklist that is walked now has phases; `phases` stands in the place of `sections`, and a list per release takes --release.");
}
