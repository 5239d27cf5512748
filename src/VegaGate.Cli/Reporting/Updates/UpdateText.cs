using VegaGate.Escalation;
using VegaGate.Phases;
using VegaGate.Text;

namespace VegaGate.Cli.Reporting.Updates;

/// <summary>An update as plain text: each entry on one line, without controls. Who sends it escapes it for where it goes.</summary>
internal static class UpdateText
{
    /// <summary>So many entries of a part are named; how many more there are is said.</summary>
    private const int MostEntries = 25;

    /// <summary>In characters, of a line of names.</summary>
    public const int MostOfNames = 600;

    /// <summary>In characters: as much of an entry as anybody reads in a list.</summary>
    private const int MostOfEntry = 300;

    /// <summary>The active phases and the state of each phase, a line each.</summary>
    public static IEnumerable<string> Phases(ProgressUpdate update) =>
        update.Matrix.Rows.Select(row => Line($"{row.Phase} ({row.Responsible}{(row.HandoffTo.Length == 0 ? "" : $" to {row.HandoffTo}")}): {row.State}"));

    /// <summary>Who receives it, with the accounts behind each name as far as they are known.</summary>
    public static string To(ProgressUpdate update) => string.Join(", ", update.To.Select(Name));

    /// <summary>Somebody with the accounts behind the name.</summary>
    public static string Name(Recipient recipient) => recipient.Name + (recipient.Logins.IsEmpty ? "" : $" ({string.Join(", ", recipient.Logins)})");

    /// <summary>Where it is sent, and while what is going on.</summary>
    public static string Channels(ProgressUpdate update) => string.Join(", ", update.Channels) + (update.When is { } when ? $" ({when})" : "");

    /// <summary>How many entries of a part are named: those that are always told, and others up to a number.</summary>
    public static int MostOf(UpdatePart part) => Math.Max(MostEntries, part.Kept);

    /// <summary>The entries of a part, a line each.</summary>
    public static IEnumerable<string> Entries(UpdatePart part)
    {
        var most = MostOf(part);
        foreach (var entry in part.Entries.Take(most))
            yield return Line($"{entry.Title}{(entry.Issue is { } number ? $" (#{number})" : "")}{(entry.Detail.Length == 0 ? "" : $": {entry.Detail}")}");
        if (part.Entries.Length > most)
            yield return $"and {part.Entries.Length - most} more";
    }

    /// <summary>Several lines for a terminal or a mail, each fit to be shown.</summary>
    public static string Shown(string text) => string.Join('\n', text.Split('\n').Select(SafeText.Show));

    /// <summary>One line of at most so many characters.</summary>
    public static string Line(string text, int most = MostOfEntry) => ForeignText.Cut(SafeText.OneLine(text), most);
}
