using System.Globalization;
using System.Text;
using VegaGate.Diagnostics;

namespace VegaGate.GitHub.Actions;

/// <summary>The lines by which a step speaks to the runner, and the way to print a text that must not be one.</summary>
public static class WorkflowCommands
{
    /// <summary>What GitHub keeps of a message, in UTF-16 code units.</summary>
    public const int MostOfMessage = 4_096;

    /// <summary>
    /// The command for an annotation, one line without its end. Columns are left out when the lines differ, since GitHub then ignores them.
    /// The escaped message is cut at <see cref="MostOfMessage"/>.
    /// </summary>
    public static string Format(Annotation annotation)
    {
        var line = annotation.Line;
        var endLine = line is null ? null : annotation.EndLine;
        var hasColumns = line is not null && (endLine is null || endLine == line);
        var result = new StringBuilder("::").Append(annotation.Level switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "notice",
        });
        var separator = ' ';
        Property("file", annotation.File);
        Property("line", Number(line));
        Property("col", Number(hasColumns ? annotation.Column : null));
        Property("endLine", Number(endLine));
        Property("endColumn", Number(hasColumns ? annotation.EndColumn : null));
        Property("title", annotation.Title);
        return result.Append("::").Append(EscapeData(annotation.Message, MostOfMessage)).ToString();

        void Property(string name, string? value)
        {
            if (string.IsNullOrEmpty(value))
                return;
            result.Append(separator).Append(name).Append('=').Append(EscapeProperty(value));
            separator = ',';
        }

        static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Escapes the text after the second <c>::</c>: percent sign, carriage return, line feed.</summary>
    public static string EscapeData(string text) => EscapeData(text, int.MaxValue);

    /// <summary>Escapes a property: what data escapes, and the colon and the comma.</summary>
    public static string EscapeProperty(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is ':' or ',')
                result.Append(c == ':' ? "%3A" : "%2C");
            else
                AppendData(result, c);
        }

        return result.ToString();
    }

    /// <summary>
    /// Text for the log of a job that can be no command, in either of the two forms that the runner obeys. A backslash is put before
    /// <c>::</c> where these are the first visible characters of a line, and before the bracket of <c>##[</c> anywhere; all else stays.
    /// A line begins after every character that any reader takes for an end of line. Characters that cannot be seen do not hide either
    /// form, since the runner's comparison may pass over them.
    /// </summary>
    public static string Neutralize(string text)
    {
        var result = new StringBuilder(text.Length);
        var isLineStart = true;
        var hashes = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (IsLineEnd(c))
            {
                isLineStart = true;
                hashes = c is '\r' or '\n' ? 0 : hashes;
            }
            else if (char.IsWhiteSpace(c))
            {
                hashes = 0;
            }
            else if (!IsInvisible(c))
            {
                if ((c == '[' && hashes >= 2) || (c == ':' && isLineStart && NextVisible(text, at + 1) == ':'))
                    result.Append('\\');
                hashes = c == '#' ? hashes + 1 : 0;
                isLineStart = false;
            }

            result.Append(c);
        }

        return result.ToString();
    }

    private static string EscapeData(string text, int most)
    {
        var result = new StringBuilder(Math.Min(text.Length, most));
        var lastWhole = 0;
        for (var at = 0; at < text.Length; at++)
        {
            // What an ellipsis can still follow; never between the halves of a pair.
            if (result.Length < most && !(at > 0 && char.IsSurrogatePair(text[at - 1], text[at])))
                lastWhole = result.Length;
            AppendData(result, text[at]);
            if (result.Length > most)
                return result.ToString(0, lastWhole) + '…';
        }

        return result.ToString();
    }

    private static void AppendData(StringBuilder result, char c)
    {
        _ = c switch
        {
            '%' => result.Append("%25"),
            '\r' => result.Append("%0D"),
            '\n' => result.Append("%0A"),
            _ => result.Append(c),
        };
    }

    private static bool IsLineEnd(char c) => c is '\r' or '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static char NextVisible(string text, int at)
    {
        while (at < text.Length && IsInvisible(text[at]))
            at++;
        return at < text.Length ? text[at] : '\0';
    }

    // Halves of pairs are here for the invisible characters beyond the first plane; a backslash too many after an emoji does no harm.
    private static bool IsInvisible(char c) => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.EnclosingMark or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
