using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>A project with the people of now, and what its issues say.</summary>
internal sealed record ProjectFacts(Project Project, GateFacts Facts)
{
    /// <summary>Reads for everything of the project.</summary>
    /// <param name="timelines">What was read before; null: everything is read anew.</param>
    /// <param name="live">The listing, where it is there already.</param>
    /// <param name="isDecision">Whether the gate decides on what is read, and so asks the probes.</param>
    public static async Task<ProjectFacts> ReadAsync(
        Project project, TrackerSession session, Surroundings surroundings, CancellationToken cancellation, ITimelineStore? timelines = null, IssueIndex? live = null, bool isDecision = false)
    {
        var input = await session.ReaderOf(surroundings, isDecision ? project.Configuration : null, timelines: timelines).ReadAsync(project.Checklists, new GateRequest(null, null, project.Release), cancellation, live);
        return new ProjectFacts(project with { Checklists = input.Checklists }, input.Facts);
    }
}
