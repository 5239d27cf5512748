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
        var tracker = session.Tracker.Description;
        try
        {
            var input = await session.ReaderOf(surroundings, openProbes: session.ProbesOf(project.Configuration, surroundings, request.Sha)).ReadAsync(project.Checklists, request, cancellation);
            return new GateAnswer(EvaluatorOf(project, session).Evaluate(input.Checklists, request, input.Facts), tracker) { Input = input };
        }
        catch (TrackerException failure)
        {
            return new GateAnswer(GateResult.Unknown(ReasonCode.TrackerUnreachable, failure.Message), tracker) { Failure = failure };
        }
    }

    public static GateEvaluator EvaluatorOf(Project project, TrackerSession session) => new(new ItemStateResolver(session.Identities), project.Configuration.Severities);
}
