using System.Collections.Immutable;
using System.Text;
using VegaGate.Tracking;

namespace VegaGate.Cli.LocalTracker;

/// <summary>
/// What GitHub refuses, refused alike, so that a run that passes here passes there. Characters are counted in UTF-16, which is never more lenient.
/// </summary>
internal static class Refusals
{
    private const int MaxTitle = 256;
    private const int MaxBody = 65_536;
    private const int MaxLabelName = 50;
    private const int MaxLabelDescription = 100;
    private const int MaxAssignees = 10;
    private const int ColorDigits = 6;

    public static string Title(string text) => Within(NotBlank(text, "The title"), MaxTitle, "The title");

    public static string Body(string text) => Within(text, MaxBody, "The body");

    public static string Comment(string text) => Within(NotBlank(text, "The comment"), MaxBody, "The comment");

    public static string MilestoneTitle(string text) => Kept(NotBlank(text, "The milestone's title"));

    public static string LabelName(string text) => Within(NotBlank(text, "The label's name"), MaxLabelName, $"The label's name \"{text}\"");

    public static TrackerLabel Label(TrackerLabel label)
    {
        if (label.Color.Length != ColorDigits || !label.Color.All(char.IsAsciiHexDigit))
            throw Refused($"The label's color \"{label.Color}\" is not {ColorDigits} hex digits.");
        return new TrackerLabel(LabelName(label.Name), label.Color, Within(label.Description, MaxLabelDescription, "The label's description"));
    }

    public static ImmutableArray<string> Assignees(ImmutableArray<string> logins)
    {
        if (logins.FirstOrDefault(login => !IsAssignable(login)) is { } nobody)
            throw Refused($"Issues cannot be assigned to \"{nobody}\".");
        ImmutableArray<string> kept = [.. logins.Select(Kept).Distinct(StringComparer.OrdinalIgnoreCase)];
        return kept.Length <= MaxAssignees ? kept : throw Refused($"There are {kept.Length} assignees; the most are {MaxAssignees}.");
    }

    /// <summary>Anybody whose login could be one: a name with a dot is a placeholder, since no GitHub login has one.</summary>
    public static bool IsAssignable(string login) => !string.IsNullOrWhiteSpace(login) && !login.Contains('.', StringComparison.Ordinal);

    public static TrackerException Refused(string message) => new(TrackerFailure.Rejected, $"{message} The embedded tracker refuses what GitHub refuses; nothing was changed.");

    /// <summary>The text as UTF-8 keeps it, and so as GitHub would get it: half of a surrogate pair becomes U+FFFD.</summary>
    public static string Kept(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string NotBlank(string text, string what) => string.IsNullOrWhiteSpace(text) ? throw Refused($"{what} is blank.") : text;

    private static string Within(string text, int most, string what) =>
        text.Length <= most ? Kept(text) : throw Refused($"{what} has {text.Length} characters; the most are {most}.");
}
