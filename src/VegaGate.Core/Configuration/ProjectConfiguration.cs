using System.Collections.Immutable;

namespace VegaGate.Configuration;

/// <summary>What <c>.vegagate.yaml</c> settles for a repository.</summary>
/// <param name="Tracker">"local" or "github"; null: decided by where the program runs.</param>
/// <param name="Repository">owner/name on GitHub.</param>
/// <param name="Identity">The login that writes issues.</param>
/// <param name="FormerIdentities">Logins that wrote them before.</param>
/// <param name="PullRequestGate">Whether the gate blocks pull requests or only reports: "block", "report", or null for block on release branches only.</param>
public sealed record ProjectConfiguration(string? Tracker, string? Repository, string Identity, ImmutableArray<string> FormerIdentities, string? PullRequestGate)
{
    public const string FileName = ".vegagate.yaml";

    /// <summary>The login of a workflow's own token.</summary>
    public const string DefaultIdentity = "github-actions[bot]";

    /// <summary>As many as a tracking issue can map to their issues.</summary>
    public const int DefaultMaxItems = 2_000;

    public static ProjectConfiguration Default { get; } = new(null, null, DefaultIdentity, [], null);

    private const string ReleaseBranches = "release/";

    /// <summary>Whether a gate that holds fails a pull request into a branch, or only reports.</summary>
    public bool BlocksPullRequestsInto(string? branch) =>
        PullRequestGate is null ? branch?.StartsWith(ReleaseBranches, StringComparison.Ordinal) == true : PullRequestGate == "block";

    /// <summary>What is made of findings.</summary>
    public SeverityPolicy Severities { get; init; } = SeverityPolicy.Default;

    /// <summary>Which files of a folder are checklists.</summary>
    public PathSelection Checklists { get; init; } = PathSelection.Everything;

    /// <summary>How many items a list may have.</summary>
    public int MaxItems { get; init; } = DefaultMaxItems;

    /// <summary>The workflow whose held runs are let go; null: none is.</summary>
    public ReleaseWorkflow? Release { get; init; }

    /// <summary>How much is written to GitHub.</summary>
    public WriteCaps Budget { get; init; } = WriteCaps.Default;

    /// <summary>Hosts that probes may reach; "*." before a name means everything below it.</summary>
    public ImmutableArray<string> ProbeHosts { get; init; } = [];

    /// <summary>Everybody whose issues are ours.</summary>
    public ImmutableArray<string> Identities => [Identity, .. FormerIdentities];
}
