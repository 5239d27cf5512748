using System.Collections.Immutable;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting;

/// <summary>The tracking matrix for a terminal: a phase with who hands it to whom and how far it is, and below it what is handed over.</summary>
internal static class MatrixText
{
    public static void Write(ImmutableArray<TrackingMatrix> matrices, string tracker, TextWriter output)
    {
        foreach (var matrix in matrices)
        {
            output.Write($"\n{matrix.List}: {SafeText.Show(matrix.Title)} ({tracker})\n");
            foreach (var row in matrix.Rows)
            {
                output.Write($"\n  {SafeText.Show(row.Phase)}: {SafeText.Show(row.Responsible)}{(row.HandoffTo.Length == 0 ? "" : $" to {SafeText.Show(row.HandoffTo)}")}\n");
                output.Write($"    state      {SafeText.Show(row.State)}\n");
                if (!row.Artifacts.IsEmpty)
                    output.Write($"    artifacts  {SafeText.Show(row.ArtifactCell)}\n");
                if (!row.Criteria.IsEmpty)
                    output.Write($"    criteria   {SafeText.Show(row.CriteriaCell)}\n");
                if (matrix.HasRoles)
                    output.Write($"    roles      accountable {Role(row.Roles.Accountable)}; consulted {Role(row.Roles.Consulted)}; informed {Role(row.Roles.Informed)}\n");
            }
        }
    }

    private static string Role(string names) => names.Length == 0 ? "nobody" : SafeText.Show(names);
}
