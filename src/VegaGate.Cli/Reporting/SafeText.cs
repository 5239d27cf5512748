using System.Globalization;

namespace VegaGate.Cli.Reporting;

/// <summary>Text from outside on a terminal or in a job's log: no control sequence, no reordering, and no workflow command.</summary>
public static class SafeText
{
    /// <summary>
    /// Shows each control and format character as a single '?' of the same width, so that a caret below still points at its token; the runner's
    /// old command form, which it obeys anywhere in a line, is broken in the same way.
    /// </summary>
    public static string Show(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            target[i] = c != '\t' && IsHidden(source, i) ? '?' : IsOldCommand(source, i) ? '(' : c;
        }
    });

    /// <summary>The text for where a line end would begin something else, such as another header of an e-mail: what nobody sees becomes a blank.</summary>
    public static string OneLine(string text) => string.Concat(text.Select((c, at) => IsHidden(text, at) ? ' ' : c)).Trim();

    /// <summary>Whether a reader does not see the character at a place, or the one of which a half stands there.</summary>
    public static bool IsHidden(string text, int at)
    {
        var start = char.IsLowSurrogate(text[at]) && at > 0 ? at - 1 : at;
        return start + 1 < text.Length && char.IsSurrogatePair(text[start], text[start + 1])
            ? CharUnicodeInfo.GetUnicodeCategory(text, start) is UnicodeCategory.Format
            : char.IsControl(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
    }

    /// <summary>Whether a bracket makes a command of what stands around it.</summary>
    public static bool IsOldCommand(string text, int at) => text[at] == '[' && at > 1 && text[at - 1] == '#' && text[at - 2] == '#';
}
