using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VegaGate.Checklists;
using VegaGate.Documents.Reading;
using VegaGate.Format;

namespace VegaGate.Documents.Recognition;

/// <summary>The words of documents: what people write for a status, a date, a name.</summary>
internal static partial class Words
{
    private const int TimeoutMilliseconds = 1_000;
    private const int MostSlug = 40;

    private static readonly string[] Todo = ["TODO", "TO DO", "OPEN", "NOT STARTED", "NOT DONE", "PENDING", "NEW", "BACKLOG", "PLANNED", "NO", "N", "NOT YET", "TBD", "UNCHECKED", "☐", "□", "⬜", "🔲", "❌", "✗", "✘", "-", "–", "—", "[ ]", "[]", "⏳", "⚪", "INCOMPLETE"];
    private static readonly string[] InProgress = ["IN PROGRESS", "INPROGRESS", "WIP", "STARTED", "ONGOING", "DOING", "ACTIVE", "PARTIAL", "PARTIALLY DONE", "IN REVIEW", "REVIEW", "🟡", "🚧", "🔄", "[-]", "[/]", "[~]"];
    private static readonly string[] Blocked = ["BLOCKED", "ON HOLD", "WAITING", "STUCK", "HOLD", "⛔", "🔴", "🚫", "🛑"];
    private static readonly string[] Done = ["DONE", "COMPLETE", "COMPLETED", "FINISHED", "YES", "Y", "X", "OK", "PASS", "PASSED", "CLOSED", "RESOLVED", "CHECKED", "VERIFIED", "READY", "APPROVED", "✅", "✔", "✓", "☑", "☒", "🟢", "[X]", "[✓]", "[✔]"];

    /// <summary>The status that a text means, also with a sign before the word; null when it is none.</summary>
    public static ItemStatus? Status(string text)
    {
        var word = Normal(text);
        if (Exact(word) is { } status)
            return status;
        // A sign and then the word, as in "✅ Done", where the word decides.
        var rest = word.TrimStart().TrimStart([.. word.TakeWhile(c => !char.IsLetter(c))]).Trim();
        if (rest.Length > 0 && rest != word)
            return Exact(rest);
        return null;
    }

    /// <summary>In capitals, without emphasis, variation selectors and double blanks.</summary>
    public static string Normal(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '*' or '`' or '\uFE0F' or '\uFE0E' or '_')
                continue;
            var blank = char.IsWhiteSpace(c);
            if (!blank || result.Length > 0 && result[^1] != ' ')
                result.Append(blank ? ' ' : char.ToUpperInvariant(c));
        }

        return result.ToString().Trim();
    }

    /// <summary>Letters and digits alone, in capitals, single blanks between: for comparing the words of columns and headings.</summary>
    public static string Bare(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                result.Append(char.ToUpperInvariant(c));
            else if (c is not ('\'' or '’') && result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>A heading or title without its number, emoji and emphasis.</summary>
    public static string Title(string text)
    {
        var title = InlineText.ReadLine(text);
        var at = 0;
        while (at < title.Length && !char.IsLetterOrDigit(title[at]) && title[at] is not ('`' or '(' or '[' or '<' or '"' or '/' or '@' or '.'))
            at++;
        title = at == title.Length ? title : title[at..];
        return title.TrimEnd(':', ' ').TrimEnd();
    }

    /// <summary>The number that a heading begins with, as in "3. Product" or "3.1 Product", and the rest.</summary>
    public static (string? Number, string Title) SplitNumber(string text)
    {
        var match = LeadingNumber().Match(text);
        return match.Success ? (match.Groups["number"].Value, text[match.Length..]) : (null, text);
    }

    /// <summary>A lower-case name for people, sections and lists; empty where the text has no ASCII letter or digit.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (c == '&' && slug.Length > 0)
                slug.Append(slug[^1] == '-' ? "and-" : "-and-");
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '\'' && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var result = slug.ToString().Trim('-');
        if (result.Length <= MostSlug)
            return result;
        var cut = result.LastIndexOf('-', MostSlug);
        return result[..(cut > 0 ? cut : MostSlug)].Trim('-');
    }

    /// <summary>A date in a notation that means one day only; null otherwise.</summary>
    public static DateOnly? Date(string text)
    {
        text = Ordinal().Replace(text.Trim().TrimEnd('.'), "");
        if (Scalars.ParseDate(text) is { } date)
            return date;
        string[] formats = ["yyyy/MM/dd", "yyyy.MM.dd", "dd.MM.yyyy", "d.M.yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMMM d yyyy", "d-MMM-yyyy", "dd-MMM-yyyy"];
        if (DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
            return date;
        // 12/31/2026 is one day only where one of the two cannot be a month.
        var parts = text.Split('/');
        return parts is [var a, var b, { Length: 4 } c] && int.TryParse(a, out var first) && int.TryParse(b, out var second) && int.TryParse(c, out var year) && first != second && (first > 12) != (second > 12)
            && DateOnly.TryParseExact($"{year:D4}-{Math.Min(first, second):D2}-{Math.Max(first, second):D2}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) ? date : null;
    }

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A stretch of time in a sentence, as a duration of the format.</summary>
    public static string? Duration(string text)
    {
        if (text.Contains("immediate", StringComparison.OrdinalIgnoreCase))
            return "0m";
        if (TimeSpanText().Match(text) is not { Success: true } match)
            return null;
        var unit = char.ToLowerInvariant(match.Groups["unit"].Value[0]);
        return match.Groups["number"].Value + unit;
    }

    private static ItemStatus? Exact(string word)
    {
        word = word.Replace('-', ' ').Trim() is { Length: > 0 } spaced ? spaced : word;
        return Todo.Contains(word, StringComparer.Ordinal) ? ItemStatus.Todo
            : InProgress.Contains(word, StringComparer.Ordinal) ? ItemStatus.InProgress
            : Blocked.Contains(word, StringComparer.Ordinal) ? ItemStatus.Blocked
            : Done.Contains(word, StringComparer.Ordinal) ? ItemStatus.Done
            : null;
    }

    [GeneratedRegex(@"^(?:(?:(?:section|step|part)\s+)?(?<number>\d{1,4}(?:\.\d{1,4})*[a-z]?|[A-Z]{1,3}[.-]?\d{1,4}(?:[.-]\d{1,4})*)(?:[.):]\s*|\s+[-–—:]\s+)(?=\D)|(?<number>\d{1,4}(?:\.\d{1,4})+)\s+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(@"(?<=\d)(?:st|nd|rd|th)\b", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<number>\d{1,4})\s*(?<unit>m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:eeks?)?)\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex TimeSpanText();
}
