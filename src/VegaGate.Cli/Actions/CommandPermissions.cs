using System.Collections.Immutable;

namespace VegaGate.Cli.Actions;

/// <summary>What the token of a job needs for each command, whatever the lists say. The manual's table says the same.</summary>
internal static class CommandPermissions
{
    public static IReadOnlyDictionary<string, ImmutableArray<JobPermission>> Needs { get; } = new Dictionary<string, ImmutableArray<JobPermission>>(StringComparer.Ordinal)
    {
        ["validate"] = [new("contents", "read")],
        ["plan"] = [new("contents", "read"), new("issues", "read")],
        ["gate"] = [new("contents", "read"), new("issues", "read")],
        ["apply"] = [new("contents", "read"), new("issues", "write")],
        ["run"] = [new("contents", "read"), new("issues", "write")],
        ["respond"] = [new("contents", "read"), new("issues", "write"), new("statuses", "write")],
        ["escalate"] = [new("contents", "read"), new("issues", "write")],
        ["matrix"] = [new("contents", "read"), new("issues", "read")],
        ["metrics"] = [new("contents", "read"), new("issues", "read")],
        ["report"] = [new("contents", "read"), new("issues", "read")],
        ["record"] = [new("contents", "write"), new("issues", "read"), new("pull-requests", "write")],
    };

    /// <summary>What a held release takes besides to go by itself: the status by which its run is found, and running it again.</summary>
    public static IReadOnlyDictionary<string, JobPermission> NeedsOfRelease { get; } = new Dictionary<string, JobPermission>(StringComparer.Ordinal) { ["gate"] = new("statuses", "write"), ["respond"] = new("actions", "write") };
}

/// <summary>A permission, as workflows write it.</summary>
/// <param name="Level">read or write.</param>
internal sealed record JobPermission(string Name, string Level)
{
    public override string ToString() => $"`{Name}: {Level}`";
}
