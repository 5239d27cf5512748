using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.Releasing;
using VegaGate.Gate;

namespace VegaGate.Cli.Composition;

/// <summary>What the gate says of hand-offs, for who answers on their issues: an issue alone does not tell whether its phase is ready.</summary>
internal static class HandoffVerdicts
{
    /// <summary>By identity.</summary>
    /// <param name="read">Read for a decision.</param>
    public static ImmutableDictionary<ItemId, ItemVerdict> Of(ProjectFacts read, TrackerSession session) =>
        GateAnswer.EvaluatorOf(read.Project, session).Evaluate([.. read.Project.Checklists.Where(checklist => checklist.HasPhases)], new GateRequest(null, null, read.Project.Release), read.Facts).Lists
            .SelectMany(list => list.Items).Where(item => item.Handoff is not null).ToImmutableDictionary(item => item.Id);
}
