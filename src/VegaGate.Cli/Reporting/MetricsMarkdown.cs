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
                text.Append($"| {metric.Name} | {metric.Shown} | {metric.ShownTarget} | {Word(metric.IsMet)} | {MarkdownText.Cell(metric.Detail)} | {MarkdownText.Cell(metric.Definition)} |\n");
            }

            text.Append('\n');
            if (!list.Stated.Metrics.IsEmpty)
                text.Append("| Metric in the words of the list | Target | Met | What the facts say |\n| --- | --- | --- | --- |\n");
            foreach (var stated in list.Stated.Metrics)
                text.Append($"| {MarkdownText.Cell(stated.Text)} | {MarkdownText.Cell(stated.Target)} | {Word(stated.Holds)} | {MarkdownText.Cell(stated.Answer)} |\n");
            text.Append(list.Stated.Metrics.IsEmpty ? "" : "\n");
            if (!list.Stated.Indicators.IsEmpty)
                text.Append("| Sign of a smooth hand-off | Holds | What the facts say |\n| --- | --- | --- |\n");
            foreach (var stated in list.Stated.Indicators)
                text.Append($"| {MarkdownText.Cell(stated.Text)} | {Word(stated.Holds)} | {MarkdownText.Cell(stated.Answer)} |\n");
            text.Append(list.Stated.Indicators.IsEmpty ? "" : "\n");
        }

        return text.ToString();
    }

    private static string Word(bool? holds) => holds switch { true => "yes", false => "no", null => "" };
}
