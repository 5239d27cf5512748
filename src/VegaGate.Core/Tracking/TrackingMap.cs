using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace VegaGate.Tracking;

/// <summary>
/// Which issue is which item's, as the tracking issue of a list keeps it, hidden in its body:
/// <c>&lt;!-- vegagate map 1.1=12 1.2 #handoff/x=20 --&gt;</c>. Entries stand in the order of their numbers; one without a number has the next one. An issue that
/// somebody else opened has the seal of its marker behind its number: <c>1.3=41:3f9a1c7e00112233:8dea1b2c3d4e5f0</c>.
/// </summary>
public sealed class TrackingMap : IEquatable<TrackingMap>
{
    /// <summary>In characters: with the progress and room for people's text, it stays below what a body may have.</summary>
    public const int MaxLength = 46_000;

    /// <summary>So many issues that somebody else opened find room with their seals, whatever their items' ids are.</summary>
    public const int MostAdopted = 500;

    private const string Opening = "<!-- vegagate map";
    private const string Closing = " -->";

    private readonly ImmutableDictionary<string, int> _numbers;

    private readonly ImmutableDictionary<int, string> _seals;

    private TrackingMap(ImmutableDictionary<string, int> numbers, ImmutableDictionary<int, string> seals) => (_numbers, _seals) = (numbers, seals);

    public static TrackingMap Empty { get; } = new(ImmutableDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase), ImmutableDictionary<int, string>.Empty);

    public int Count => _numbers.Count;

    /// <summary>How many issues somebody else opened.</summary>
    public int AdoptedCount => _seals.Count;

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
            var colon = split < 0 ? -1 : token.IndexOf(':', split);
            if (split == 0 || split < 0 && last == 0 || split > 0 && !int.TryParse(token.AsSpan()[(split + 1)..(colon < 0 ? token.Length : colon)], NumberStyles.None, CultureInfo.InvariantCulture, out number))
                return null;
            var key = split < 0 ? token : token[..split];
            if (number <= last || token.AsSpan().ContainsAny("<>\r\n\t") || map.Find(key) is not null)
                return null;
            map = new TrackingMap(map._numbers.Add(key, number), colon < 0 ? map._seals : map._seals.Add(number, token[(colon + 1)..]));
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

    /// <summary>The seal of an issue that somebody else opened; null for one of ours.</summary>
    public string? SealOf(int number) => _seals.GetValueOrDefault(number);

    /// <summary>The same with one more; what had the number or the key before has none.</summary>
    /// <param name="seal">Of an issue that somebody else opened, the <see cref="IssueMarker.Seal"/> of its marker.</param>
    public TrackingMap With(string key, int number, string? seal = null)
    {
        var (numbers, seals) = (_numbers, _seals.Remove(number));
        if (numbers.TryGetValue(key, out var before))
            seals = seals.Remove(before);
        foreach (var (other, _) in _numbers.Where(entry => entry.Value == number))
            numbers = numbers.Remove(other);
        return new TrackingMap(numbers.Remove(key).Add(key, number), seal is null ? seals : seals.Add(number, seal));
    }

    public override string ToString()
    {
        var text = new StringBuilder(Opening);
        var last = 0;
        var reserved = Closing.Length + _numbers.Where(entry => _seals.ContainsKey(entry.Value)).Sum(entry => LengthOf(entry.Key, SealOf(entry.Value)));
        foreach (var (key, number) in Entries)
        {
            var seal = SealOf(number);
            // What finds no room has no entry, and its issue is found by its marker alone; one that somebody else opened can be found by nothing else.
            if (seal is null && text.Length + LengthOf(key, null) + reserved > MaxLength)
                continue;
            if (seal is not null)
                reserved -= LengthOf(key, seal);
            text.Append(' ').Append(key);
            if (number != last + 1 || last == 0 || seal is not null)
                text.Append('=').Append(number.ToString(CultureInfo.InvariantCulture));
            if (seal is not null)
                text.Append(':').Append(seal);
            last = number;
        }

        return text.Append(Closing).ToString();
    }

    /// <summary>At most, in characters.</summary>
    private static int LengthOf(string key, string? seal) => key.Length + 12 + (seal is null ? 0 : seal.Length + 1);

    public bool Equals(TrackingMap? other) => other is not null && ToString() == other.ToString();

    public override bool Equals(object? obj) => Equals(obj as TrackingMap);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
