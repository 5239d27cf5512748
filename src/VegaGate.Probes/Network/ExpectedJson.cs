using System.Globalization;
using System.Text.Json;
using VegaGate.Syntax;

namespace VegaGate.Probes.Network;

/// <summary>Compares JSON with what a checklist says of it. A value without quotes that YAML and JSON read as a number, as true, false or null is that, and never equals a text.</summary>
internal static class ExpectedJson
{
    /// <summary>What departs from a member, in words; null where nothing does.</summary>
    public static string? FindDifference(JsonElement root, YamlEntry member)
    {
        var path = member.Key.Value;
        if (Find(root, path) is not { } found)
            return $"the JSON has no member {Shown.Of(path)}";
        return IsSame(found, member.Value) ? null : $"{Shown.Of(path)} is {Describe(found)}, and not {Describe(member.Value)}";
    }

    /// <summary>The member of that very name, or else the one at the end of the path that dots make of it.</summary>
    private static JsonElement? Find(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(path, out var own))
            return own;
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var next))
                element = next;
            else if (element.ValueKind == JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < element.GetArrayLength())
                element = element[place];
            else
                return null;
        }

        return element;
    }

    /// <summary>A mapping has to be among the members of an object; a list has to be the same from end to end.</summary>
    private static bool IsSame(JsonElement found, YamlNode expected) => expected switch
    {
        YamlMapping mapping => found.ValueKind == JsonValueKind.Object && mapping.Entries.All(entry => found.TryGetProperty(entry.Key.Value, out var value) && IsSame(value, entry.Value)),
        YamlSequence list => found.ValueKind == JsonValueKind.Array && found.GetArrayLength() == list.Items.Length && found.EnumerateArray().Zip(list.Items).All(pair => IsSame(pair.First, pair.Second)),
        YamlScalar { IsNull: true } => found.ValueKind == JsonValueKind.Null,
        YamlScalar { Style: ScalarStyle.Plain, Value: "true" } => found.ValueKind == JsonValueKind.True,
        YamlScalar { Style: ScalarStyle.Plain, Value: "false" } => found.ValueKind == JsonValueKind.False,
        YamlScalar { Style: ScalarStyle.Plain } number when IsNumber(number.Value) => found.ValueKind == JsonValueKind.Number && IsSameNumber(found.GetRawText(), number.Value),
        YamlScalar text => found.ValueKind == JsonValueKind.String && found.GetString() == text.Value,
        _ => false,
    };

    private static bool IsNumber(string text) => text[^1] is >= '0' and <= '9' && (char.IsAsciiDigit(text[0]) || text[0] == '-') && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool IsSameNumber(string found, string expected) =>
        decimal.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var b) ? a == b : found == expected;

    private static string Describe(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.String => $"the text {Shown.Of(found.GetString()!)}",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"a list of {found.GetArrayLength()}",
        _ => Text.ForeignText.Line(found.GetRawText(), 40),
    };

    private static string Describe(YamlNode expected) => expected switch
    {
        YamlMapping => "the object that is described",
        YamlSequence => "the list that is described",
        YamlScalar { Style: ScalarStyle.Plain } plain when plain.IsNull || plain.Value is "true" or "false" || IsNumber(plain.Value) => plain.IsNull ? "null" : plain.Value,
        YamlScalar text => $"the text {Shown.Of(text.Value)}",
        _ => "that",
    };
}
