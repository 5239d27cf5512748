using Spectre.Console;
using VegaGate.Sync;

namespace VegaGate.Cli.Reporting;

/// <summary>Shows how far an application is: a bar on a terminal, a line for every tenth elsewhere.</summary>
internal static class ApplyProgress
{
    private const int Lines = 10;

    public static Task<SyncOutcome> ShowAsync(int total, Surroundings surroundings, Func<IProgress<PlannedChange>, Task<SyncOutcome>> apply) =>
        surroundings.IsTerminal ? ShowBarAsync(total, surroundings, apply) : apply(new LineProgress(total, surroundings));

    private static Task<SyncOutcome> ShowBarAsync(int total, Surroundings surroundings, Func<IProgress<PlannedChange>, Task<SyncOutcome>> apply)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(surroundings.Output),
            ColorSystem = surroundings.UseColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        return console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(context =>
        {
            var bar = context.AddTask("writing issues", maxValue: total);
            return apply(new BarProgress(bar));
        });
    }

    private sealed class BarProgress(ProgressTask bar) : IProgress<PlannedChange>
    {
        public void Report(PlannedChange value) => bar.Increment(1);
    }

    /// <summary>The time that is left, by the pace so far: what a limit will cost, nobody knows before.</summary>
    private sealed class LineProgress(int total, Surroundings surroundings) : IProgress<PlannedChange>
    {
        private readonly long _started = surroundings.Time.GetTimestamp();
        private int _written;

        public void Report(PlannedChange value)
        {
            _written++;
            if (_written == total || _written * Lines / total > (_written - 1) * Lines / total)
                surroundings.Output.Write($"  {_written} of {total} written{Left()}\n");
        }

        private string Left()
        {
            var left = surroundings.Time.GetElapsedTime(_started) / _written * (total - _written);
            return left < TimeSpan.FromMinutes(1) ? "" : $", about {Durations.Show(left)} left";
        }
    }
}
