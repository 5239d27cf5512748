using VegaGate.Phases;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>An update as plain text: each entry on one line, without controls. Who sends it escapes it for where it goes.</summary>
internal static class UpdateText
{
    /// <summary>So many entries of a part are named; how many more there are is said.</summary>
    public const int MostEntries = 25;

    /// <summary>In characters: as much of an entry as anybody reads in a list.</summary>
    private const int MostOfEntry = 300;

    /// <summary>The active phases and the state of each phase, a line each.</summary>
    public static IEnumerable<string> Phases(ProgressUpdate update) =>
        update.Matrix.Rows.Select(row => Line($"{row.Phase} ({row.Responsible}{(row.HandoffTo.Length == 0 ? "" : $" to {row.HandoffTo}")}): {row.State}"));

    /// <summary>The entries of a part, a line each.</summary>
    public static IEnumerable<string> Entries(UpdatePart part)
    {
        foreach (var entry in part.Entries.Take(MostEntries))
            yield return Line($"{entry.Title}{(entry.Issue is { } number ? $" (#{number})" : "")}{(entry.Detail.Length == 0 ? "" : $": {entry.Detail}")}");
        if (part.Entries.Length > MostEntries)
            yield return $"and {part.Entries.Length - MostEntries} more";
    }

    /// <summary>One line of at most so many characters.</summary>
    public static string Line(string text, int most = MostOfEntry) => ForeignText.Cut(SafeText.OneLine(text), most);
}
