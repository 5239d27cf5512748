using VegaGate.Gate;

namespace VegaGate.Cli.Composition;

/// <summary>A project with the people of now, and what its issues say.</summary>
internal sealed record ProjectFacts(Project Project, GateFacts Facts)
{
    public static async Task<ProjectFacts> ReadAsync(Project project, TrackerSession session, CancellationToken cancellation)
    {
        var facts = await new GateReader(session.Tracker, session.Repository, session.Identities).ReadAsync(project.Checklists, new GateRequest(null, null, project.Release), cancellation);
        return new ProjectFacts(project, facts);
    }
}
