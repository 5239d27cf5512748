using System.Text.Json;
using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>What can go wrong with one request.</summary>
/// <param name="OnReadsOnly">Whether it is an answer that only a question can have.</param>
internal sealed record Fault(string Name, JsonObject Details, bool OnReadsOnly = false)
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("connection cut before the work", new { fault = "drop", when = "before" }),
        Of("connection cut after the work", new { fault = "drop", when = "after" }),
        Of("500", new { fault = "status", status = 500 }),
        Of("500 after the work", new { fault = "status", status = 500, after = true }),
        Of("502", new { fault = "status", status = 502 }),
        Of("503", new { fault = "status", status = 503 }),
        Of("429", new { fault = "status", status = 429, headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["retry-after"] = "1" } }),
        Of("403, secondary limit", new { fault = "secondary", retryAfter = 1 }),
        Of("403, primary limit", new { fault = "primary", resetIn = 1 }),
        Of("403, primary limit for half an hour", new { fault = "primary", resetIn = 1800 }),
        Of("401", new { fault = "status", status = 401 }),
        Of("404", new { fault = "status", status = 404 }),
        Of("410", new { fault = "status", status = 410 }),
        Of("422", new { fault = "status", status = 422 }),
        Of("301", new { fault = "redirect", status = 301, location = "https://api.github.com/repositories/1/issues/1" }),
        Of("answer cut in the middle", new { fault = "truncate" }),
        Of("answer that is no JSON", new { fault = "garbage", after = true }),
        Of("empty answer", new { fault = "empty-list" }, onReadsOnly: true),
        Of("stale answer", new { fault = "stale" }, onReadsOnly: true),
    ];

    /// <summary>The rule for the proxy: the fault strikes once, after so many requests of the same method and path.</summary>
    public JsonObject At(string method, string path, int skip)
    {
        var rule = Details.DeepClone().AsObject();
        rule["match"] = new JsonObject { ["method"] = method, ["path"] = path };
        rule["skip"] = skip;
        return rule;
    }

    private static Fault Of(string name, object details, bool onReadsOnly = false) => new(name, JsonSerializer.SerializeToNode(details)!.AsObject(), onReadsOnly);
}
