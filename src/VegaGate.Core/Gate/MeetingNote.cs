using System.Collections.Immutable;
using System.Text.RegularExpressions;
using VegaGate.Format;

namespace VegaGate.Gate;

/// <summary>What a receiver notes when a hand-off is accepted: of a critical one, the meeting.</summary>
/// <param name="Date">The first date of the note; null where it names none.</param>
/// <param name="Link">The first address of the note (http or https), or the first reference to an issue or a discussion (#12, owner/name#12); null where it names none.</param>
/// <param name="Words">What is left: who was there, and what was said.</param>
public sealed partial record MeetingNote(DateOnly? Date, string? Link, string Words)
{
    /// <summary>Whether it says anything: a date or an address alone does not tell who was there.</summary>
    public bool SaysWho => Words.Any(char.IsLetter);

    /// <summary>What the note of a meeting lacks, as people read it; empty when it has everything.</summary>
    public ImmutableArray<string> Lacks =>
        [.. new[] { Date is null ? "the date of the meeting (2026-01-12)" : "", SaysWho ? "" : "who was there", Link is null ? "a link to its minutes (an address, or an issue such as #12)" : "" }.Where(part => part.Length > 0)];

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
            else if (link is null && IsLink(bare))
                link = bare;
            else
                words.Add(word);
        }

        return new MeetingNote(date, link, string.Join(' ', words));
    }

    private static bool IsLink(string word) => Reference().IsMatch(word) || Uri.TryCreate(word, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0;

    [GeneratedRegex(@"^(?:[\w.-]+/[\w.-]+)?#[0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
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
