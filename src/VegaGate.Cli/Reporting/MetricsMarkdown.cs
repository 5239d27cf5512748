using System.Text;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>Metrics as a table for each list.</summary>
internal static class MetricsMarkdown
{
    public static string Render(IEnumerable<MeasuredList> lists, string tracker)
    {
        var text = new StringBuilder($"# Metrics\n\nTracker: {MarkdownText.Inline(tracker)}\n\n");
        foreach (var list in lists)
        {
            text.Append($"## {MarkdownText.Inline(list.Title)}\n\n| Metric | Number | Target | Met | From | Definition |\n| --- | ---: | --- | --- | --- | --- |\n");
            foreach (var metric in list.Metrics)
            {
                var met = metric.IsMet switch { true => "yes", false => "no", null => "" };
                text.Append($"| {metric.Name} | {metric.Shown} | {metric.ShownTarget} | {met} | {MarkdownText.Cell(metric.Detail)} | {MarkdownText.Cell(metric.Definition)} |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
