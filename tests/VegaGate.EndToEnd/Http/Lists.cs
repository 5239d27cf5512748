using System.Globalization;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>Lists for the tests, whose logins are those of the emulator's people.</summary>
internal static class Lists
{
    /// <summary>Two items, which Zev and Kate own.</summary>
    public const string Small = """
        checklist: small
        title: Small
        people:
          zev: { name: Zev, github: zev }
          kate: { name: Kate, github: kate }
        gate:
          stages: [release]
        sections:
          - id: all
            title: All
            items:
              - { id: "1.1", title: First item, owners: [zev], pass: It is there. }
              - { id: "1.2", title: Second item, owners: [kate], pass: It is there too. }

        """;

    /// <summary>The example of the go-live, with people who are there and a launch window that is open; without its probes, which ask for a server and files that only the real one has.</summary>
    public static string GoLive()
    {
        var now = TimeProvider.System.GetUtcNow();
        return Running.Probes.WithoutThem(File.ReadAllText(Path.Combine(Repository.Checklists, "examples", "vega77-go-live.yaml")))
            .Replace(".example", "", StringComparison.Ordinal)
            .Replace("from: 2026-03-02T08:00:00Z", $"from: {Iso(now.AddDays(-1))}", StringComparison.Ordinal)
            .Replace("to: 2026-03-02T16:00:00Z", $"to: {Iso(now.AddDays(1))}", StringComparison.Ordinal);
    }

    private static string Iso(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
