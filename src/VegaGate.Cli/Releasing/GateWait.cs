using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Format;
using VegaGate.Gate;
using VegaGate.GitHub.Actions;

namespace VegaGate.Cli.Releasing;

/// <summary>Asks again while the gate holds, with growing pauses, for those who want a runner to wait. That the time is over is said, so that nobody takes it for an answer.</summary>
/// <param name="patience">How long it is asked again; null: it is asked once.</param>
internal sealed class GateWait(TimeSpan? patience, Surroundings surroundings)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly long _start = surroundings.Time.GetTimestamp();

    /// <summary>Reads the value of <c>--wait</c>.</summary>
    /// <exception cref="UsageException">It is no duration.</exception>
    public static TimeSpan? Read(string? text) => text is null ? null
        : Scalars.ParseDuration(text) ?? throw new UsageException($"--wait takes {Scalars.Duration.Expected}, not {SafeText.Show(text)}.");

    /// <summary>The first answer that lets through, or that no waiting changes, or the last one within the time.</summary>
    public async Task<GateAnswer> AskAsync(Func<Task<GateAnswer>> ask, CancellationToken cancellation)
    {
        var pause = FirstPause;
        while (true)
        {
            var answer = await ask();
            if (patience is not { } most || !answer.Result.Holds)
                return answer;
            if (!CanTurn(answer.Result))
                return End(answer, "No waiting changes this");
            var left = most - surroundings.Time.GetElapsedTime(_start);
            var least = LeastPause(answer);
            if (left <= TimeSpan.Zero)
                return End(answer, $"Timed out: waited {Durations.Show(most)}, and the gate still holds");
            if (least > left)
                return End(answer, $"Not waited any longer: it is worth asking again in {Durations.Show(least)}, and of the {Durations.Show(most)} only {Durations.Show(left)} are left");
            var wait = Min(left, pause > least ? pause : least);
            surroundings.Output.Write($"held ({answer.Result.Reason.ToWord()}), {answer.Result.OpenItems} not clear; asking again in {ShowPause(wait)}\n");
            surroundings.Output.Flush();
            await Task.Delay(wait, surroundings.Time, cancellation);
            pause = Min(pause * 2, LongestPause);
        }
    }

    /// <summary>Nobody signs off what is not valid, or not named.</summary>
    private static bool CanTurn(GateResult result) =>
        !result.Lists.SelectMany(list => list.Reasons).Any(reason => reason.Reason is ReasonCode.ChecklistInvalid or ReasonCode.ReleaseMissing || reason is { Reason: ReasonCode.OutsideWindow, AskAgain: null });

    /// <summary>Until the last of the times that hold, or until GitHub answers again; zero where there is none.</summary>
    private TimeSpan LeastPause(GateAnswer answer)
    {
        var now = answer.Input?.Facts.Now ?? surroundings.Time.GetUtcNow();
        var until = answer.Result.Lists.SelectMany(list => list.Reasons).Select(reason => reason.AskAgain).Append(answer.Failure?.ResumeAt).Max();
        return until is { } at && at > now ? at - now : TimeSpan.Zero;
    }

    private GateAnswer End(GateAnswer answer, string why)
    {
        if (surroundings.Step is { } step)
            step.Annotate(new Annotation(DiagnosticSeverity.Error, $"{why} ({answer.Result.Reason.ToWord()})."));
        else
            surroundings.Error.Write($"vegagate: {why} ({answer.Result.Reason.ToWord()}).\n");
        return answer;
    }

    private static string ShowPause(TimeSpan pause) => pause < TimeSpan.FromMinutes(2) ? $"{Math.Ceiling(pause.TotalSeconds):0} seconds" : Durations.Show(pause);

    private static TimeSpan Min(TimeSpan x, TimeSpan y) => x < y ? x : y;
}
