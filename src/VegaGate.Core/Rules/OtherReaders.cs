using System.Buffers;
using System.Globalization;

namespace VegaGate.Rules;

/// <summary>What readers of YAML 1.1 and 1.2, unlike VegaGate, make of a text without quotes.</summary>
internal static class OtherReaders
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create("0123456789:.+-Zz ");

    /// <summary>What some of them take it for, "a number" or "a date"; null for text that is text for all.</summary>
    public static string? TakeForValue(string text) => IsNumber(text) ? "a number" : IsDate(text) ? "a date" : null;

    /// <summary>Words for infinity are none that anybody writes.</summary>
    private static bool IsNumber(string text)
    {
        var unsigned = text is ['-' or '+', ..] ? text[1..] : text;
        if (unsigned is not ([>= '0' and <= '9', ..] or ['.', >= '0' and <= '9', ..]))
            return false;
        var digits = unsigned.Replace("_", "", StringComparison.Ordinal);
        return digits is ['0', 'x' or 'o' or 'b', _, ..]
            ? digits.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0
            : IsSexagesimal(digits) || double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>Whether some of them take it for true or false: the words of YAML 1.1, in the three ways of writing each that it names.</summary>
    public static bool TakeForTruth(string text) => text is
        "y" or "Y" or "yes" or "Yes" or "YES" or "n" or "N" or "no" or "No" or "NO"
        or "true" or "True" or "TRUE" or "false" or "False" or "FALSE"
        or "on" or "On" or "ON" or "off" or "Off" or "OFF";

    /// <summary>Whether it begins as the dates and times of YAML 1.1 do: year, month and day, and behind them nothing, or a time.</summary>
    private static bool IsDate(string text)
    {
        if (text is not [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '-', >= '0' and <= '9', ..])
            return false;
        var day = text.IndexOf('-', "2026-".Length) + 1;
        if (day == 0 || !IsShort(text.AsSpan("2026-".Length..(day - 1))))
            return false;
        var end = text.AsSpan(day).IndexOfAny('T', 't', ' ');
        return IsShort(end < 0 ? text.AsSpan(day) : text.AsSpan(day, end)) && (end < 0 || IsTime(text.AsSpan(day + end + 1).TrimStart(" \t")));
    }

    private static bool IsTime(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && IsShort(text[..colon]) && text.Length >= colon + ":00:00".Length && text[colon + ":00".Length] == ':'
            && text.IndexOfAnyExcept(TimeCharacters) < 0;
    }

    private static bool IsShort(ReadOnlySpan<char> digits) => digits.Length is 1 or 2 && digits.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether it is a number to the base of 60, such as 9:30, which YAML 1.1 reads as 570.</summary>
    private static bool IsSexagesimal(string digits)
    {
        var parts = digits.Split(':');
        if (parts.Length < 2 || parts[0].StartsWith('0') || !parts[0].All(char.IsAsciiDigit))
            return false;
        foreach (var part in parts.AsSpan(1))
        {
            if (part is not ([>= '0' and <= '9'] or [>= '0' and <= '5', >= '0' and <= '9']))
                return false;
        }

        return true;
    }
}
