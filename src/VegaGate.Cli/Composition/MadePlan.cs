using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>A plan, and what it was made of.</summary>
/// <param name="Live">The issues as they were read.</param>
/// <param name="Adopts">Whether what cannot be explained is taken over, and what is gone made anew.</param>
internal sealed record MadePlan(SyncPlan Plan, IssueIndex Live, bool Adopts)
{
    /// <summary>Reads the issues and compares. Writes nothing.</summary>
    public static async Task<MadePlan> MakeAsync(Project project, TrackerSession session, bool adopts, CancellationToken cancellation)
    {
        var desired = project.DesiredIssues();
        var scopes = project.Scopes;
        var question = new IssueQuestion
        {
            Formerly = DesiredIssues.Formerly(desired),
            Scopes = [.. scopes.Select(scope => scope.ToString())],
            Wanted = [.. desired.Select(issue => issue.Id.ToString())],
            Named = DesiredIssues.Named(desired),
            Adopts = adopts,
        };
        var live = await new IssueReader(session.Tracker, session.Identities).ReadAsync(question, cancellation);
        return new MadePlan(SyncPlanner.Plan(desired, scopes, live, adopts, LabelRename.Wanted(project.Synced)), live, adopts);
    }
}
