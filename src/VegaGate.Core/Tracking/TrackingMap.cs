using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace VegaGate.Tracking;

/// <summary>
/// Which issue is which item's, as the tracking issue of a list keeps it, hidden in its body:
/// <c>&lt;!-- vegagate map 1.1=12 1.2 #handoff/x=20 --&gt;</c>. Entries stand in the order of their numbers; one without a number has the next one.
/// </summary>
public sealed class TrackingMap : IEquatable<TrackingMap>
{
    /// <summary>In characters: with the progress and room for people's text, it stays below what a body may have.</summary>
    public const int MaxLength = 46_000;

    private const string Opening = "<!-- vegagate map";
    private const string Closing = " -->";

    private readonly ImmutableDictionary<string, int> _numbers;

    private TrackingMap(ImmutableDictionary<string, int> numbers) => _numbers = numbers;

    public static TrackingMap Empty { get; } = new(ImmutableDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase));

    public int Count => _numbers.Count;

    /// <summary>Keys and numbers, in rising order of number.</summary>
    public IEnumerable<KeyValuePair<string, int>> Entries => _numbers.OrderBy(entry => entry.Value);

    /// <summary>The part of an identity that the map keeps: the item's id, or a reserved key.</summary>
    public static string KeyOf(string identity) => identity[(identity.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The part of an identity that all of a list (and release) have in common, with the slash.</summary>
    public static string ScopeOf(string identity) => identity[..(identity.IndexOf('/', StringComparison.Ordinal) + 1)];

    /// <summary>The map of a body; null where there is none, one that is damaged, or several that differ. A block that was doubled holds the same one twice.</summary>
    public static TrackingMap? Read(string body)
    {
        var maps = AllOf(body).ToList();
        return maps is [{ } first, ..] && maps.TrueForAll(first.Equals) ? first : null;
    }

    private static IEnumerable<TrackingMap?> AllOf(string body)
    {
        for (var start = body.IndexOf(Opening, StringComparison.Ordinal); start >= 0; start = body.IndexOf(Opening, start + 1, StringComparison.Ordinal))
            yield return ReadAt(body, start);
    }

    private static TrackingMap? ReadAt(string body, int start)
    {
        var end = body.IndexOf(Closing, start, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var map = Empty;
        var last = 0;
        foreach (var token in body[(start + Opening.Length)..end].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var split = token.IndexOf('=', StringComparison.Ordinal);
            var number = last + 1;
            if (split == 0 || split < 0 && last == 0 || split > 0 && !int.TryParse(token.AsSpan(split + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number))
                return null;
            var key = split < 0 ? token : token[..split];
            if (number <= last || key.AsSpan().ContainsAny("<>\r\n\t") || map.Find(key) is not null)
                return null;
            map = new TrackingMap(map._numbers.Add(key, number));
            last = number;
        }

        return map;
    }

    /// <summary>Whether a text holds a map, or the beginning of one.</summary>
    public static bool IsIn(string text) => text.Contains(Opening, StringComparison.Ordinal);

    /// <summary>A text without its map.</summary>
    public static string Strip(string text)
    {
        for (int start; (start = text.IndexOf(Opening, StringComparison.Ordinal)) >= 0;)
        {
            var end = text.IndexOf(Closing, start, StringComparison.Ordinal);
            text = text[..start] + (end < 0 ? "" : text[(end + Closing.Length)..]);
        }

        return text;
    }

    public int? Find(string key) => _numbers.TryGetValue(key, out var number) ? number : null;

    /// <summary>The same with one more; what had the number or the key before has none.</summary>
    public TrackingMap With(string key, int number)
    {
        var numbers = _numbers;
        foreach (var (other, _) in _numbers.Where(entry => entry.Value == number))
            numbers = numbers.Remove(other);
        return new TrackingMap(numbers.Remove(key).Add(key, number));
    }

    public override string ToString()
    {
        var text = new StringBuilder(Opening);
        var last = 0;
        foreach (var (key, number) in Entries)
        {
            // What finds no room has no entry, and its issue is found by its marker alone.
            if (text.Length + key.Length + 12 + Closing.Length > MaxLength)
                break;
            text.Append(' ').Append(key);
            if (number != last + 1 || last == 0)
                text.Append('=').Append(number.ToString(CultureInfo.InvariantCulture));
            last = number;
        }

        return text.Append(Closing).ToString();
    }

    public bool Equals(TrackingMap? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as TrackingMap);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
