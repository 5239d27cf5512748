#pragma warning disable CA1812 // The reader of JSON makes them.
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VegaGate.EndToEnd.Http;

/// <summary>An issue as GitHub's API gives it.</summary>
internal sealed partial record EmulatedIssue(
    int Number, string Title, string Body, bool IsOpen, string? StateReason, ImmutableArray<string> Labels, ImmutableArray<string> Assignees, string? Milestone, int Comments)
{
    /// <summary>The item that it is of; empty where the body bears no marker.</summary>
    public string Identity => Marker().Match(Body).Groups["id"].Value;

    public string Status => Labels.Single(label => label.StartsWith("status:", StringComparison.Ordinal))["status:".Length..];

    public static EmulatedIssue Read(JsonNode json) => new(
        json["number"]!.GetValue<int>(),
        json["title"]!.GetValue<string>(),
        json["body"]?.GetValue<string>() ?? "",
        json["state"]!.GetValue<string>() == "open",
        json["state_reason"]?.GetValue<string>(),
        [.. json["labels"]!.AsArray().Select(label => label!["name"]!.GetValue<string>())],
        [.. json["assignees"]!.AsArray().Select(login => login!["login"]!.GetValue<string>())],
        json["milestone"]?["title"]?.GetValue<string>(),
        json["comments"]!.GetValue<int>());

    [GeneratedRegex("""\A<!-- vegagate v=1 id=(?<id>\S+) """, RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}

/// <summary>A request as the proxy saw it.</summary>
internal sealed record LoggedRequest(string Method, string Path, string Route, string? Login, int Status)
{
    public Dictionary<string, string> Query { get; init; } = [];

    public Dictionary<string, string> Headers { get; init; } = [];

    public JsonNode? Body { get; init; }

    public bool IsWrite => Method is not ("GET" or "HEAD");

    public override string ToString() => $"{Method} {Path} {Status}";
}
