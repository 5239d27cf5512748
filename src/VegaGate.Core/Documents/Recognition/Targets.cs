using System.Text.RegularExpressions;
using VegaGate.Documents.Writing;

namespace VegaGate.Documents.Recognition;

/// <summary>Reads the numbers out of metrics that are written in words.</summary>
internal static partial class Targets
{
    private const int TimeoutMilliseconds = 1_000;

    public static bool IsRead(MetricDraft metric) => KeyOf(metric) is not null;

    public static void AddTo(MappingBuilder root, List<string> indicators, List<MetricDraft> metrics)
    {
        var targets = new MappingBuilder();
        foreach (var key in new[] { "phase-completion", "blocker-resolution", "handoff-quality", "documentation" })
        {
            if (metrics.Find(metric => KeyOf(metric) == key) is not { } metric)
                continue;
            if (key == "blocker-resolution")
                targets.Add(key, new MappingBuilder().Add(SeverityOf(metric.Target), Words.Duration(metric.Target)));
            else
                targets.Add(key, PercentageOf(metric.Target));
        }

        targets.Add("indicators", indicators);
        targets.Add("metrics", YamlText.Of(metrics.Select(metric => new MappingBuilder().Add("name", metric.Name).Add("target", metric.Target).Build())));
        root.Add("targets", targets);
    }

    private static string? KeyOf(MetricDraft metric)
    {
        var name = Words.Bare(metric.Name);
        if (name.Contains("BLOCKER", StringComparison.Ordinal))
            return Words.Duration(metric.Target) is null ? null : "blocker-resolution";
        if (PercentageOf(metric.Target) is null)
            return null;
        return name.Contains("PHASE", StringComparison.Ordinal) && name.Contains("COMPLETION", StringComparison.Ordinal) ? "phase-completion"
            : name.Contains("QUALITY", StringComparison.Ordinal) ? "handoff-quality"
            : name.Contains("DOCUMENTATION", StringComparison.Ordinal) ? "documentation"
            : null;
    }

    private static string SeverityOf(string text) =>
        Array.Find(["critical", "high", "medium", "low"], word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) ?? "critical";

    private static string? PercentageOf(string text)
    {
        var match = Percentage().Match(text);
        if (match.Success)
            return match.Value is "0%" or "00%" ? null : match.Value;
        return text.StartsWith("all ", StringComparison.OrdinalIgnoreCase) ? "100%" : null;
    }

    [GeneratedRegex(@"\b(?:100|[0-9]{1,2})%", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Percentage();
}
