using System.Collections.Immutable;
using VegaGate.Documents.Reading;

namespace VegaGate.Documents.Recognition;

/// <summary>Reads the tracking matrix, and holds it against the phases.</summary>
internal sealed class HandoffMatrix(Cast cast, LineLedger ledger)
{
    private readonly List<MatrixRow> _rows = [];
    private int _line = -1;

    public bool Read(DocumentTable table)
    {
        int Column(params string[] words) => Array.FindIndex([.. table.Header], header => words.Any(word => Words.Bare(header).Contains(word, StringComparison.Ordinal)));
        var (phase, from, to) = (Column("PHASE"), Column("RESPONSIBLE", "OWNER", "FROM"), Column("HANDOFF TO", "HAND OFF TO", "RECEIV"));
        var (artifacts, criteria) = (Column("ARTIFACT", "DELIVERABLE"), Column("CRITERIA", "VALIDATION"));
        if (phase < 0 || from < 0 && to < 0)
            return false;
        ledger.Take(table.Line);
        ledger.Take(table.DelimiterLine);
        _line = table.Line;
        foreach (var row in table.Rows)
        {
            string Cell(int column) => column >= 0 && column < row.Cells.Length ? InlineText.ReadLine(row.Cells[column]) : "";
            var (number, name) = Words.SplitNumber(Cell(phase));
            if (name.Length == 0)
                continue;
            ledger.Take(row.Line);
            _rows.Add(new MatrixRow(row.Line, number, name, cast.Read(Cell(from)), cast.Read(Cell(to)), Split(Cell(artifacts)), Split(Cell(criteria))));
        }

        return true;
    }

    /// <summary>Gives each phase the short words of its row; what row and phase say differently is reported.</summary>
    public void Compare(IReadOnlyList<SectionDraft> phases)
    {
        if (_line < 0)
            return;
        for (var at = 0; at < _rows.Count; at++)
        {
            var row = _rows[at];
            var phase = phases.FirstOrDefault(candidate => candidate.Number == row.Number && row.Number is not null) ?? phases.FirstOrDefault(candidate => Words.Bare(candidate.Title) == Words.Bare(row.Name));
            if (phase is null)
            {
                Report(row.Line, $"The matrix has a phase {Quote.Line(row.Name)} that the document does not have.");
                continue;
            }

            var handoff = phase.Handoff ??= new HandoffDraft();
            handoff.ShortPhase = row.Name;
            handoff.ShortArtifacts.AddRange(row.Artifacts);
            handoff.ShortCriteria.AddRange(row.Criteria);
            if (Words.Bare(phase.Title) != Words.Bare(row.Name))
                Report(row.Line, $"The matrix calls phase {row.Number} {Quote.Line(row.Name)}; its heading says {Quote.Line(phase.Title)}.");
            var givers = handoff.From.Count > 0 ? handoff.From : phase.Owners;
            if (row.From.Count > 0 && !row.From.ToHashSet(StringComparer.Ordinal).SetEquals(givers))
                Report(row.Line, $"The matrix says that {string.Join(", ", row.From)} hands over {Quote.Line(phase.Title)}; the phase says {Names(givers)}.");
            if (row.To.Count > 0 && handoff.To.Count == 0)
                handoff.To.AddRange(row.To);
            else if (row.To.Count > 0 && !row.To.ToHashSet(StringComparer.Ordinal).SetEquals(handoff.To))
                Report(row.Line, $"The matrix hands {Quote.Line(phase.Title)} to {string.Join(", ", row.To)}; the phase says {Names(handoff.To)}.");
            // The matrix names the key ones: fewer are no difference.
            if (row.Artifacts.Length > handoff.Artifacts.Count)
                Report(row.Line, $"The matrix names {row.Artifacts.Length} artifacts of {Quote.Line(phase.Title)}; the phase lists {handoff.Artifacts.Count}.");
            if (row.Criteria.Length > handoff.Criteria.Count)
                Report(row.Line, $"The matrix names {row.Criteria.Length} criteria of {Quote.Line(phase.Title)}; the phase lists {handoff.Criteria.Count}.");
        }

        foreach (var missing in phases.Where(phase => phase.Handoff?.ShortPhase is null))
            Report(_line, $"The phase {Quote.Line(missing.Title)} is not in the matrix.");
    }

    private static ImmutableArray<string> Split(string cell) => [.. cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Names(List<string> slugs) => slugs.Count == 0 ? "nobody" : string.Join(", ", slugs);

    private void Report(int line, string message) => ledger.Report(DocumentDiagnostics.MatrixDifference, line, message);

    private sealed record MatrixRow(int Line, string? Number, string Name, List<string> From, List<string> To, ImmutableArray<string> Artifacts, ImmutableArray<string> Criteria);
}
