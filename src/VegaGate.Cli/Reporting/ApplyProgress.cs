using Spectre.Console;
using VegaGate.Sync;

namespace VegaGate.Cli.Reporting;

/// <summary>Shows how far an application is: a bar on a terminal, a line for every tenth elsewhere.</summary>
internal static class ApplyProgress
{
    private const int Lines = 10;

    public static Task<SyncOutcome> ShowAsync(int total, Surroundings surroundings, Func<IProgress<PlannedChange>, Task<SyncOutcome>> apply) =>
        surroundings.IsTerminal ? ShowBarAsync(total, surroundings, apply) : apply(new LineProgress(total, surroundings.Output));

    private static Task<SyncOutcome> ShowBarAsync(int total, Surroundings surroundings, Func<IProgress<PlannedChange>, Task<SyncOutcome>> apply)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(surroundings.Output),
            ColorSystem = surroundings.UseColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        return console.Progress().StartAsync(context =>
        {
            var bar = context.AddTask("writing issues", maxValue: total);
            return apply(new BarProgress(bar));
        });
    }

    private sealed class BarProgress(ProgressTask bar) : IProgress<PlannedChange>
    {
        public void Report(PlannedChange value) => bar.Increment(1);
    }

    private sealed class LineProgress(int total, TextWriter output) : IProgress<PlannedChange>
    {
        private int _written;

        public void Report(PlannedChange value)
        {
            _written++;
            if (_written == total || _written * Lines / total > (_written - 1) * Lines / total)
                output.Write($"  {_written} of {total} written\n");
        }
    }
}
