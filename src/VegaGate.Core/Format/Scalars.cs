using System.Globalization;

namespace VegaGate.Format;

/// <summary>The kinds of single values, each with the one place that reads it.</summary>
public static class Scalars
{
    /// <summary>GitHub's own limit for a login.</summary>
    private const int LoginLength = 39;

    /// <summary>A label's name has at most 50 characters, and the longest prefix before a slug is "checklist:".</summary>
    private const int SlugLength = 40;

    /// <summary>GitHub's own limit for the name of a label.</summary>
    private const int LabelLength = 50;

    /// <summary>The pattern of every name that <see cref="IsName"/> accepts with these letters, from its first character on.</summary>
    private const string NamePattern = "[A-Za-z0-9][A-Za-z0-9._-]*";

    /// <summary>The pattern of a login; where it is a part of a longer pattern, its length must stand in it.</summary>
    public const string LoginPattern = "[A-Za-z0-9][A-Za-z0-9._-]{0,38}";

    /// <summary>The limit of the domain name system.</summary>
    public const int HostLength = 253;

    public const string HostPattern = @"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*";

    public const string DurationPattern = "[0-9]{1,4}[mhdw]";

    private const string LeapYear = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)";

    private const string DatePattern =
        "(?:(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|" + LeapYear + "-02-29)";

    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public static ScalarFormat Text { get; } = new("text", HoldsText) { Name = "text", Pattern = @"[\s\S]*\S[\s\S]*" };

    public static ScalarFormat Line { get; } = new("text of one line", value => HoldsText(value) && !value.Contains('\n', StringComparison.Ordinal)) { Name = "line", Pattern = @"[^\n]*\S[^\n]*" };

    /// <summary>GitHub refuses a blank label, and takes the blanks off the ends of any other.</summary>
    public static ScalarFormat Label { get; } = new(
        $"a label of one line and at most {LabelLength} characters, with no blank at its ends", value => value.Length is > 0 and <= LabelLength && !value.Contains('\n', StringComparison.Ordinal) && !IsBlank(value[0]) && !IsBlank(value[^1]))
    {
        Name = "label",
        Pattern = @"[^ \t\n](?:[^\n]*[^ \t\n])?",
        MaxLength = LabelLength,
    };

    public static ScalarFormat Slug { get; } = new(
        $"a slug of at most {SlugLength} lower-case letters, digits and hyphens", value => value.Length <= SlugLength && IsName(value, char.IsAsciiLetterLower, "-"))
    {
        Name = "slug",
        Pattern = "[a-z0-9][a-z0-9-]*",
        MaxLength = SlugLength,
    };

    /// <summary>Underscores are no letters of a host, but of names such as <c>_dmarc.example.com</c>.</summary>
    public static ScalarFormat HostName { get; } = new("a host name such as agent.example.com", IsHostName)
    {
        Name = "host-name",
        Pattern = HostPattern,
        MaxLength = HostLength,
    };

    /// <summary>Item ids, and names of people and teams.</summary>
    public static ScalarFormat Identifier { get; } = new(
        $"a name of at most {SlugLength} ASCII letters, digits, '.', '_' and '-' that begins with a letter or digit", value => value.Length <= SlugLength && IsName(value, char.IsAsciiLetter, "._-"))
    {
        Name = "name",
        Pattern = NamePattern,
        MaxLength = SlugLength,
    };

    /// <summary>A reference to somebody of the list.</summary>
    public static ScalarFormat Mention { get; } = new("a name from `people` or `teams`", Identifier.Accepts) { Name = "mention", Pattern = NamePattern, MaxLength = SlugLength };

    public static ScalarFormat Login { get; } = new(
        $"a GitHub login of at most {LoginLength} ASCII characters", value => value.Length <= LoginLength && IsName(value, char.IsAsciiLetter, "._-"))
    {
        Name = "login",
        Pattern = LoginPattern,
    };

    public static ScalarFormat TeamLogin { get; } = new(
        "a GitHub team, written organization/team", value => value.Split('/') is [var organization, var team] && Login.Accepts(organization) && IsName(team, char.IsAsciiLetter, "._-"))
    {
        Pattern = LoginPattern + "/" + NamePattern,
    };

    public static ScalarFormat Boolean { get; } = new("true or false", value => value is "true" or "false") { Kind = ScalarKind.Boolean };

    public static ScalarFormat PositiveInteger { get; } = new("a whole number from 1", value => ParsePositive(value) is not null) { Kind = ScalarKind.Integer };

    public static ScalarFormat Date { get; } = new("a date such as 2026-12-31", value => ParseDate(value) is not null) { Name = "date", Pattern = DatePattern };

    public static ScalarFormat Instant { get; } = new("a time in UTC such as 2026-12-31T08:00:00Z", value => ParseInstant(value) is not null)
    {
        Name = "instant",
        Pattern = DatePattern + @"T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{0,7})?)?Z",
    };

    public static ScalarFormat Duration { get; } = new("a duration such as 15m, 2h, 3d or 1w", value => ParseDuration(value) is not null) { Name = "duration", Pattern = DurationPattern };

    public static ScalarFormat Fingerprint { get; } = new(
        "a fingerprint of 8 to 64 lower-case hex digits", value => value.Length is >= 8 and <= 64 && value.All(char.IsAsciiHexDigitLower)) { Pattern = "[0-9a-f]{8,64}" };

    /// <summary>One of some words.</summary>
    public static ScalarFormat Choice(params string[] words) => new($"one of {string.Join(", ", words)}", words.Contains) { Choices = [.. words] };

    /// <summary>A whole number between two others, both of which are accepted.</summary>
    public static ScalarFormat Between(long minimum, long maximum) => new(
        $"a whole number from {minimum} to {maximum}", value => ParsePositive(value) is { } number && number >= minimum && number <= maximum)
    {
        Kind = ScalarKind.Integer,
        Minimum = minimum,
        Maximum = maximum,
    };

    public static long? ParsePositive(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    public static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static DateTimeOffset? ParseInstant(string text) => DateTimeOffset.TryParseExact(
        text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    /// <summary>Minutes, hours, days of 24 hours, weeks; at most 9,999 of them.</summary>
    public static TimeSpan? ParseDuration(string text)
    {
        if (text.Length is < 2 or > 5 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return null;
        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            'w' => TimeSpan.FromDays(7L * count),
            _ => null,
        };
    }

    private static bool IsHostName(string text)
    {
        if (text.Length is 0 or > HostLength)
            return false;
        var isLabelEmpty = true;
        foreach (var c in text)
        {
            if (c == '.' ? isLabelEmpty : !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-'))
                return false;
            isLabelEmpty = c == '.';
        }

        return !isLabelEmpty;
    }

    /// <summary>Blanks alone say nothing.</summary>
    private static bool HoldsText(string text) => !string.IsNullOrWhiteSpace(text);

    private static bool IsBlank(char c) => c is ' ' or '\t';

    private static bool IsName(string text, Func<char, bool> isLetter, string others)
    {
        if (text.Length == 0 || !(isLetter(text[0]) || char.IsAsciiDigit(text[0])))
            return false;
        foreach (var c in text)
        {
            if (!isLetter(c) && !char.IsAsciiDigit(c) && !others.Contains(c, StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
