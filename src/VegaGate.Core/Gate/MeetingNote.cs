using VegaGate.Format;

namespace VegaGate.Gate;

/// <summary>What a receiver notes when a hand-off is accepted: of a critical one, the meeting.</summary>
/// <param name="Date">The first date of the note; null where it names none.</param>
/// <param name="Link">The first address of the note, which begins with https://; null where it names none.</param>
/// <param name="Words">What is left: who was there, and what was said.</param>
public sealed record MeetingNote(DateOnly? Date, string? Link, string Words)
{
    private const string Scheme = "https://";

    /// <summary>Whether it says anything: a date or an address alone does not tell who was there.</summary>
    public bool SaysWho => Words.Any(char.IsLetter);

    /// <summary>Reads a note of one line. Nothing of it is lost: what is neither the date nor the address stays in the words.</summary>
    public static MeetingNote Read(string text)
    {
        DateOnly? date = null;
        string? link = null;
        var words = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.Trim('(', ')', '<', '>', ',', ';', '.');
            if (date is null && Scalars.ParseDate(bare.TrimEnd(':')) is { } day)
                date = day;
            else if (link is null && bare.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && bare.Length > Scheme.Length)
                link = bare;
            else
                words.Add(word);
        }

        return new MeetingNote(date, link, string.Join(' ', words));
    }
}

/// <summary>What stands behind <c>/accept</c>: how good the hand-off was, from 0 to 5, and the note.</summary>
/// <param name="Score">Null where none is given.</param>
/// <param name="IsScoreWrong">Whether it begins with what looks like a score and is none, such as 7/5.</param>
public sealed record AcceptanceText(int? Score, bool IsScoreWrong, MeetingNote Note)
{
    /// <summary>The best score.</summary>
    public const int Best = 5;

    /// <summary>What people count to: a fraction of something else is a word of the note.</summary>
    private static readonly string[] Scales = ["5", "10", "100"];

    public static AcceptanceText Read(string argument)
    {
        var first = argument.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var word, ..] ? word : "";
        if (first.Split('/') is not [{ Length: > 0 } score, var scale] || !Scales.Contains(scale, StringComparer.Ordinal) || !score.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
            return new AcceptanceText(null, false, MeetingNote.Read(argument));
        var note = MeetingNote.Read(argument.TrimStart()[first.Length..]);
        return first is [>= '0' and <= '5', '/', '5'] ? new AcceptanceText(first[0] - '0', false, note) : new AcceptanceText(null, true, note);
    }
}
