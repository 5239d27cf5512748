using System.Collections.Immutable;
using System.Text.Json;

namespace VegaGate.Cli.Evidence;

/// <summary>Holds one JSON text against another, and says where they differ, a line for each place.</summary>
internal sealed class EvidenceDifferences
{
    private const int MaxLines = 100;
    private const int MaxShown = 160;

    /// <summary>What an object of a list is known by.</summary>
    private static readonly string[] Keys = ["id", "name", "path", "slug"];

    private readonly List<string> _lines = [];
    private readonly ImmutableArray<string> _ignored;

    private EvidenceDifferences(ImmutableArray<string> ignored) => _ignored = ignored;

    /// <summary>What is said in words.</summary>
    public static ImmutableArray<string> Wording { get; } = ["sentence", "notices", "waits-for"];

    /// <summary>The places where two texts differ.</summary>
    /// <param name="recorded">Of the file.</param>
    /// <param name="again">Of what its inputs give.</param>
    /// <param name="ignored">Names of properties that are not compared.</param>
    public static ImmutableArray<string> Find(ReadOnlyMemory<byte> recorded, ReadOnlyMemory<byte> again, ImmutableArray<string> ignored)
    {
        using var one = JsonDocument.Parse(recorded);
        using var two = JsonDocument.Parse(again);
        var found = new EvidenceDifferences(ignored);
        found.Compare("", one.RootElement, two.RootElement);
        return found._lines.Count <= MaxLines ? [.. found._lines] : [.. found._lines.Take(MaxLines), $"And {found._lines.Count - MaxLines} more."];
    }

    private void Compare(string where, JsonElement recorded, JsonElement again)
    {
        if (recorded.ValueKind != again.ValueKind)
            Add(where, Show(recorded), Show(again));
        else if (recorded.ValueKind == JsonValueKind.Object)
            CompareObjects(where, recorded, again);
        else if (recorded.ValueKind == JsonValueKind.Array)
            CompareLists(where, recorded, again);
        else if (!JsonElement.DeepEquals(recorded, again))
            Add(where, Show(recorded), Show(again));
    }

    private void CompareObjects(string where, JsonElement recorded, JsonElement again)
    {
        foreach (var property in again.EnumerateObject().Where(property => !_ignored.Contains(property.Name, StringComparer.Ordinal)))
        {
            var place = where.Length == 0 ? property.Name : $"{where}.{property.Name}";
            if (recorded.TryGetProperty(property.Name, out var value))
                Compare(place, value, property.Value);
            else
                Add(place, "nothing", Show(property.Value));
        }
    }

    private void CompareLists(string where, JsonElement recorded, JsonElement again)
    {
        var (one, two) = (recorded.EnumerateArray().ToArray(), again.EnumerateArray().ToArray());
        if (one.Length != two.Length)
            Add(where, $"{one.Length} entries", $"{two.Length}");
        for (var at = 0; at < Math.Min(one.Length, two.Length); at++)
            Compare($"{where}[{NameOf(two[at]) ?? at.ToString()}]", one[at], two[at]);
    }

    private void Add(string where, string recorded, string again) => _lines.Add($"{Reporting.SafeText.Show(where)}: the file says {recorded}, and its inputs give {again}.");

    private static string? NameOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && Keys.Select(key => element.TryGetProperty(key, out var value) ? value : default).FirstOrDefault(value => value.ValueKind == JsonValueKind.String) is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;

    /// <summary>As it stands in the file, which is all ASCII: no character of it can do anything to a terminal.</summary>
    private static string Show(JsonElement value)
    {
        var text = Reporting.SafeText.Show(value.GetRawText());
        return text.Length <= MaxShown ? text : text[..MaxShown] + "...";
    }
}
