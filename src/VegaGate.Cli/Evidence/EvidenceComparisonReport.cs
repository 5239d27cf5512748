using System.Text;
using System.Text.Json;
using VegaGate.Cli.Reporting;
using VegaGate.Text;

namespace VegaGate.Cli.Evidence;

/// <summary>A comparison in each of its formats.</summary>
internal static class EvidenceComparisonReport
{
    private const int FormatVersion = 1;

    public static string Text(EvidenceComparison comparison)
    {
        if (comparison.IsEmpty)
            return "No difference.\n";
        var text = new StringBuilder();
        foreach (var change in comparison.Changes)
            text.Append($"{change.What}: {Show(change.Before)} -> {Show(change.After)}\n");
        foreach (var item in comparison.Items)
        {
            text.Append($"\n{Word(item.Fate),-8} {SafeText.Show(item.Id)}: {SafeText.Show(item.Title)}\n");
            foreach (var change in item.Changes)
                text.Append($"  {change.What}: {Show(change.Before)} -> {Show(change.After)}\n");
        }

        return text.ToString();

        static string Show(string value) => value.Length == 0 ? "none" : SafeText.Show(value);
    }

    public static string Markdown(EvidenceComparison comparison)
    {
        var text = new StringBuilder("# What differs\n\n");
        if (comparison.IsEmpty)
            return text.Append("Nothing.\n").ToString();
        foreach (var change in comparison.Changes)
            text.Append($"* {change.What}: {Show(change.Before)} → {Show(change.After)}\n");
        if (comparison.Items.IsEmpty)
            return text.ToString();
        text.Append("\n| Item | | What | Before | After |\n| --- | --- | --- | --- | --- |\n");
        foreach (var item in comparison.Items)
        {
            foreach (var change in item.Changes.DefaultIfEmpty(new EvidenceChange("", "", "")))
                text.Append($"| {MarkdownText.Cell(item.Title)} | {Word(item.Fate)} | {change.What} | {MarkdownText.Cell(change.Before)} | {MarkdownText.Cell(change.After)} |\n");
        }

        return text.ToString();

        static string Show(string value) => value.Length == 0 ? "none" : MarkdownText.Inline(value);
    }

    public static string Json(EvidenceComparison comparison) => JsonText.RenderObject(FormatVersion, json =>
    {
        Write(json, comparison.Changes);
        json.WriteObjects("items", comparison.Items, item =>
        {
            json.WriteString("id", item.Id);
            json.WriteString("title", item.Title);
            json.WriteString("fate", Word(item.Fate));
            Write(json, item.Changes);
        });
    }) + "\n";

    private static void Write(Utf8JsonWriter json, IEnumerable<EvidenceChange> changes) => json.WriteObjects("changes", changes, change =>
    {
        json.WriteString("what", change.What);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
    });

    private static string Word(ItemFate fate) => fate.ToString().ToLowerInvariant();
}
