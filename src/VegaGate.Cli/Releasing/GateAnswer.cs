using VegaGate.Cli.Composition;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.Cli.Releasing;

/// <summary>What came of asking the gate once.</summary>
/// <param name="Tracker">Where it was asked, for people.</param>
internal sealed record GateAnswer(GateResult Result, string Tracker)
{
    /// <summary>What it was decided on; null where that could not be read.</summary>
    public GateInput? Input { get; init; }

    /// <summary>What could not be read: it holds, and it goes on to the exit code.</summary>
    public TrackerException? Failure { get; init; }

    /// <summary>Reads everything anew and decides. What cannot be read holds, and says so.</summary>
    public static async Task<GateAnswer> AskAsync(Project project, GateRequest request, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        try
        {
            return await DecideAsync(project, request, session, surroundings, cancellation);
        }
        catch (TrackerException failure)
        {
            return new GateAnswer(GateResult.Unknown(ReasonCode.TrackerUnreachable, failure.Message), session.Tracker.Description) { Failure = failure };
        }
    }

    /// <summary>Decides on the commit of the request.</summary>
    /// <param name="timelines">What was read before; null: everything is read anew.</param>
    /// <param name="live">The listing of the issues, where it is there already.</param>
    /// <exception cref="TrackerException">Something cannot be read.</exception>
    public static async Task<GateAnswer> DecideAsync(
        Project project, GateRequest request, TrackerSession session, Surroundings surroundings, CancellationToken cancellation, ITimelineStore? timelines = null, IssueIndex? live = null)
    {
        var input = await session.ReaderOf(surroundings, project.Configuration, request.Sha, timelines).ReadAsync(project.Checklists, request, cancellation, live);
        return new GateAnswer(EvaluatorOf(project, session).Evaluate(input.Checklists, request, input.Facts), session.Tracker.Description) { Input = input };
    }

    public static GateEvaluator EvaluatorOf(Project project, TrackerSession session) => new(new ItemStateResolver(session.Identities), project.Configuration.Severities);
}
