using System.Collections.Immutable;
using System.Globalization;
using VegaGate.Diagnostics;
using VegaGate.Text;

namespace VegaGate.GitHub.Actions;

/// <summary>
/// Keeps annotations within what GitHub shows of a step: what goes beyond is dropped there in silence, so the last one of a level
/// says how many more there are and where.
/// </summary>
public static class AnnotationBudget
{
    /// <summary>What GitHub shows of one level for one step.</summary>
    public const int MostOfLevel = 10;

    private const int MostOfOwnMessage = 1_000;
    private const int MostPlaces = 30;
    private const int MostOfPlace = 80;

    /// <summary>The most severe level first, each in the order in which its annotations came.</summary>
    public static ImmutableArray<Annotation> Apply(IEnumerable<Annotation> annotations) =>
    [
        .. annotations.GroupBy(annotation => annotation.Level)
            .OrderByDescending(level => level.Key)
            .SelectMany(level => Apply(level.Key, [.. level])),
    ];

    private static ImmutableArray<Annotation> Apply(DiagnosticSeverity level, ImmutableArray<Annotation> annotations)
    {
        if (annotations.Length <= MostOfLevel)
            return annotations;
        var last = annotations[MostOfLevel - 1];
        var rest = annotations[MostOfLevel..];
        var word = level switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "notice",
        };
        var count = string.Create(CultureInfo.InvariantCulture, $"{rest.Length} more {word}{(rest.Length == 1 ? "" : "s")}");
        var message = $"{ForeignText.Cut(last.Message, MostOfOwnMessage)}\n\nAnd {count}, not shown here: {Places(rest)}";
        return [.. annotations[..(MostOfLevel - 1)], last with { Message = message }];
    }

    private static string Places(ImmutableArray<Annotation> annotations)
    {
        var places = annotations.Select(Place).Distinct(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", places.Take(MostPlaces));
        return places.Count <= MostPlaces
            ? named
            : string.Create(CultureInfo.InvariantCulture, $"{named} and {places.Count - MostPlaces} other places");
    }

    private static string Place(Annotation annotation) => annotation switch
    {
        { File: null } => "no file",
        { Line: null } => CutFront(annotation.File),
        _ => string.Create(CultureInfo.InvariantCulture, $"{CutFront(annotation.File)}:{annotation.Line}"),
    };

    // The end of a path tells files apart.
    private static string CutFront(string text)
    {
        if (text.Length <= MostOfPlace)
            return text;
        var start = text.Length - MostOfPlace + 1;
        return '…' + text[(char.IsLowSurrogate(text[start]) ? start + 1 : start)..];
    }
}
