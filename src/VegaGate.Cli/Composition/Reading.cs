using VegaGate.Conditions;
using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.Probes;
using VegaGate.Sync;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>How a session reads for the gate.</summary>
internal static class Reading
{
    /// <summary>A reader of the session's tracker, repository, teams and checkout.</summary>
    /// <param name="timelines">What was read before; null for a release, which reads everything anew.</param>
    /// <param name="openProbes">Opens what asks the probes of items; null where nothing is decided.</param>
    /// <param name="commit">The commit whose files are gated, where that is not the one that is checked out.</param>
    public static GateReader ReaderOf(this TrackerSession session, Surroundings surroundings, ITimelineStore? timelines = null, Func<IProbes>? openProbes = null, string? commit = null) =>
        new(session.Tracker, commit is not null && session.RepositoryAt is { } at ? at(commit) : session.Repository, session.Teams, session.Identities)
        {
            Timelines = timelines,
            OpenHistory = () => GitTextHistory.Open(surroundings, commit),
            OpenProbes = openProbes,
            FindConflicts = SyncConflicts.Find,
        };

    /// <summary>What asks the probes of a decision on a commit.</summary>
    /// <param name="commit">The commit that is released; null for that of the run, and outside a workflow the one that is checked out.</param>
    public static Func<IProbes> ProbesOf(this TrackerSession session, ProjectConfiguration configuration, Surroundings surroundings, string? commit) => () =>
    {
        var sha = commit ?? (surroundings.Variable("GITHUB_SHA") is { Length: > 0 } own ? own : null);
        ICommitFiles files = session.IsLocal ? new WorkingFiles(surroundings) : new GitCommitFiles(surroundings, sha);
        return new ProbeRunner(configuration.ProbeHosts, files, session.ChecksOf(sha ?? "HEAD"), surroundings.Time);
    };
}
