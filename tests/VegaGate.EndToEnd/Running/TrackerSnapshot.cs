using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VegaGate.EndToEnd.Running;

/// <summary>The embedded tracker's file as anybody may read it: with a JSON reader, and without a class of the program.</summary>
internal sealed partial record TrackerSnapshot(ImmutableArray<TrackerSnapshot.Issue> Issues)
{
    public IEnumerable<string> Identities => Issues.Select(issue => issue.Identity);

    public static TrackerSnapshot Read(byte[] text)
    {
        using var document = JsonDocument.Parse(text);
        return new TrackerSnapshot([.. document.RootElement.GetProperty("issues").EnumerateArray().Select(Issue.Read)]);
    }

    public Issue Find(string identity) => Issues.Single(issue => issue.Identity == identity);

    internal sealed record Issue(int Number, string Title, string Identity, bool IsOpen, ImmutableArray<string> Labels)
    {
        public string Status => Labels.Single(label => label.StartsWith("status:", StringComparison.Ordinal))["status:".Length..];

        public static Issue Read(JsonElement json) => new(
            json.GetProperty("number").GetInt32(),
            json.GetProperty("title").GetString()!,
            Marker().Match(json.GetProperty("body").GetString()!).Groups["id"].Value,
            json.GetProperty("state").GetString() == "open",
            [.. json.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!)]);
    }

    [GeneratedRegex("""\A<!-- vegagate v=1 id=(?<id>\S+) """, RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
