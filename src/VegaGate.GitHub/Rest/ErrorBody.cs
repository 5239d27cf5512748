using System.Text.Json;

namespace VegaGate.GitHub.Rest;

/// <summary>
/// The body of a refusal: <c>message</c>, and <c>errors</c> as text or as objects of <c>resource</c>, <c>field</c>, <c>code</c> and
/// <c>message</c>.
/// </summary>
internal static class ErrorBody
{
    private const int MostErrors = 5;

    public static string MessageOf(JsonElement body)
    {
        var message = Text(body, "message");
        var errors = Errors(body).Take(MostErrors).Select(Describe).Where(text => text.Length > 0).ToList();
        return errors.Count == 0 ? message : $"{message} ({string.Join("; ", errors)})";
    }

    /// <summary>Whether the refusal says that what was to be made is there already.</summary>
    public static bool SaysAlreadyExists(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Errors(document.RootElement).Any(error => Text(error, "code") is "already_exists");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static JsonElement.ArrayEnumerator Errors(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? errors.EnumerateArray()
            : default;

    private static string Describe(JsonElement error)
    {
        if (error.ValueKind == JsonValueKind.String)
            return error.GetString()!;
        var message = Text(error, "message");
        return message.Length > 0 ? message : $"{Text(error, "field")} {Text(error, "code")}".Trim();
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
