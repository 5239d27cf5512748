using System.Collections.Immutable;
using System.Text;
using VegaGate.Phases;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting;

/// <summary>The tracking matrix as a table.</summary>
internal static class MatrixMarkdown
{
    /// <summary>In characters: a tracking issue has room for ten rows of this.</summary>
    private const int MostOfCell = 240;

    public static string Render(ImmutableArray<TrackingMatrix> matrices, string tracker) =>
        string.Concat(matrices.Select(matrix => $"# {MarkdownText.Inline(matrix.Title)}: tracking matrix\n\nTracker: {MarkdownText.Inline(tracker)}\n\n{Table(matrix)}\n"));

    /// <summary>The table alone, each row on a line; it ends with a line end.</summary>
    public static string Table(TrackingMatrix matrix)
    {
        var text = new StringBuilder();
        Row(text, matrix.Columns);
        Row(text, matrix.Columns.Select(_ => "---"));
        foreach (var row in matrix.Rows)
            Row(text, matrix.Cells(row).Select(cell => MarkdownText.Within(MostOfCell, cell, MarkdownText.Cell)));
        return text.ToString();
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
