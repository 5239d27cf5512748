using VegaGate.Format;

namespace VegaGate.Conditions;

/// <summary>Kinds of single values that only probes have.</summary>
public static class ProbeScalars
{
    /// <summary>The longest that a request may take, and so the longest that one can ask for, in milliseconds.</summary>
    private const int MostMilliseconds = 5_000;

    private const int PatternLength = 256;

    /// <summary>A time within which something answers.</summary>
    public static ScalarFormat ShortTime { get; } = new("a time of at most five seconds, such as 500ms or 2s", value => ParseShortTime(value) is not null)
    {
        Name = "short-time",
        Pattern = "(?:[1-9][0-9]{0,2}|[1-4][0-9]{3}|5000)ms|[1-5]s",
    };

    public static ScalarFormat HeaderName { get; } = new("a header, such as content-type", value => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
    {
        Pattern = "[A-Za-z0-9-]+",
    };

    /// <summary>Whether it is a regular expression at all, its rule says.</summary>
    public static ScalarFormat Pattern { get; } = new(
        $"a regular expression of one line and at most {PatternLength} characters", value => value.Length is > 0 and <= PatternLength && !value.Contains('\n', StringComparison.Ordinal))
    {
        Pattern = @"[^\n]+",
        MaxLength = PatternLength,
    };

    public static TimeSpan? ParseShortTime(string text)
    {
        var (digits, unit) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1) : text.EndsWith('s') ? (text[..^1], 1_000) : ("", 0);
        return !digits.StartsWith('0') && Scalars.ParsePositive(digits) is { } count and <= MostMilliseconds && count * unit <= MostMilliseconds ? TimeSpan.FromMilliseconds(count * unit) : null;
    }
}
