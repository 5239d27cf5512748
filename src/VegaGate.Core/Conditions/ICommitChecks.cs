using System.Collections.Immutable;

namespace VegaGate.Conditions;

/// <summary>A check run or a commit status.</summary>
/// <param name="App">The slug of the app that reports it; null for a commit status.</param>
/// <param name="State">What it came to, in the words of whoever keeps it, such as "success" or "in_progress".</param>
public sealed record CommitCheck(string? App, string State)
{
    public bool HasSucceeded => State == "success";
}

/// <summary>A pull request as far as a probe asks.</summary>
/// <param name="Approvers">Who approved its last commit and has not taken that back, of those who belong to the repository.</param>
/// <param name="Objectors">Who of them last asked for changes.</param>
public sealed record CheckedPullRequest(bool IsMerged, ImmutableArray<string> Approvers, ImmutableArray<string> Objectors);

/// <summary>What is said of the gated commit beside its files. What cannot be answered is an <see cref="UnansweredException"/>, never a guess.</summary>
public interface ICommitChecks
{
    /// <summary>The newest check of that name of each app, and the newest commit status of that name.</summary>
    Task<ImmutableArray<CommitCheck>> FindAsync(string name, CancellationToken cancellation);

    /// <summary>Null where there is no such pull request.</summary>
    Task<CheckedPullRequest?> FindPullRequestAsync(long number, CancellationToken cancellation);
}
