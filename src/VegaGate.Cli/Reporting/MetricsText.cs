using System.Collections.Immutable;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting;

/// <summary>Metrics for a terminal: a line with the number and the target, and below it from what it comes and what it means.</summary>
internal static class MetricsText
{
    public static void Write(IEnumerable<MeasuredList> lists, string tracker, TextWriter output)
    {
        foreach (var list in lists)
        {
            output.Write($"\n{list.Name}: {SafeText.Show(list.Title)} ({tracker})\n");
            foreach (var metric in list.Metrics)
            {
                output.Write($"\n  {metric.Name}: {metric.Shown}{(metric.ShownTarget.Length == 0 ? "" : $" (target {metric.ShownTarget}{Verdict(metric)})")}\n");
                output.Write($"    {SafeText.Show(metric.Detail)}\n    {metric.Definition}\n");
            }

            Write("Metrics in the words of the list", list.Stated.Metrics, output);
            Write("Signs of a smooth hand-off", list.Stated.Indicators, output);
        }
    }

    private static void Write(string heading, ImmutableArray<StatedTarget> targets, TextWriter output)
    {
        if (targets.IsEmpty)
            return;
        output.Write($"\n  {heading}:\n");
        foreach (var target in targets)
            output.Write($"\n    {SafeText.Show(target.Text)}{(target.Target.Length == 0 ? "" : $": {SafeText.Show(target.Target)}")}\n      {target.Holds switch { true => "yes: ", false => "no: ", null => "" }}{SafeText.Show(target.Answer)}\n");
    }

    /// <summary>Whether the target is met; nothing where that is not known.</summary>
    private static string Verdict(Metric metric) => metric.IsMet switch { true => ", met", false => ", missed", null => "" };
}
