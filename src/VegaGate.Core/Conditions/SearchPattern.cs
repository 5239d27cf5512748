using System.Text.RegularExpressions;

namespace VegaGate.Conditions;

/// <summary>Makes the regular expressions of probes: of the kind whose time grows with the text alone, and with a limit to that.</summary>
public static class SearchPattern
{
    /// <summary>What an expression may grow to; repetitions of repetitions grow without bound.</summary>
    private const int MaxSize = 10_000;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>The expression, or what is wrong with it, without a full stop.</summary>
    public static (Regex? Expression, string? Problem) Parse(string pattern)
    {
        if (Size(pattern) > MaxSize)
            return (null, "its repetitions are too many");
        try
        {
            return (new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline, TimeLimit), null);
        }
        catch (RegexParseException failure)
        {
            return (null, $"it is no regular expression: {Describe(failure.Error)}, at its character {failure.Offset}");
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return (null, "it uses what needs backtracking (a look-ahead, a look-behind, a backreference or an atomic group), or grows too large");
        }
    }

    private static string Describe(RegexParseError error) => error switch
    {
        RegexParseError.InsufficientClosingParentheses => "an opening parenthesis is never closed",
        RegexParseError.InsufficientOpeningParentheses => "a closing parenthesis was never opened",
        RegexParseError.UnterminatedBracket => "an opening bracket is never closed",
        RegexParseError.ReversedCharacterRange => "a range of characters goes backwards",
        RegexParseError.ReversedQuantifierRange => "a repetition has its greatest number first",
        RegexParseError.QuantifierAfterNothing => "a repetition has nothing to repeat",
        RegexParseError.NestedQuantifiersNotParenthesized => "a repetition follows a repetition without parentheses",
        RegexParseError.UnescapedEndingBackslash => "it ends in a backslash",
        RegexParseError.UnrecognizedEscape or RegexParseError.MissingControlCharacter or RegexParseError.UnrecognizedControlCharacter or RegexParseError.InsufficientOrInvalidHexDigits => "there is no such escape",
        RegexParseError.InvalidUnicodePropertyEscape or RegexParseError.MalformedUnicodePropertyEscape => "there is no such class of characters",
        RegexParseError.UndefinedNamedReference or RegexParseError.UndefinedNumberedReference or RegexParseError.MalformedNamedReference => "a reference has no group",
        _ => "a group or a repetition is malformed",
    };

    /// <summary>A bound on what counted repetitions make of a pattern: its length, times every count in braces.</summary>
    private static long Size(string pattern)
    {
        long size = pattern.Length;
        long number = 0;
        long greatest = 1;
        foreach (var c in pattern)
        {
            if (char.IsAsciiDigit(c))
            {
                number = Math.Min((number * 10) + c - '0', MaxSize);
                greatest = Math.Max(greatest, number);
            }
            else if (c == '}')
            {
                size = Math.Min(size * greatest, long.MaxValue / MaxSize);
                (number, greatest) = (0, 1);
            }
            else
            {
                number = 0;
                if (c != ',')
                    greatest = 1;
            }
        }

        return size;
    }
}
