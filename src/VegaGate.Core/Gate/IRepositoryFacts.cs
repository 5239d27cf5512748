using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>A pull request as far as the gate cares.</summary>
public sealed record PullRequestFact(int Number, bool IsMerged, string Url);

/// <summary>The states that a commit status can have.</summary>
public enum CommitState
{
    Pending,
    Success,
    Failure,
    Error,
}

/// <summary>A mark on a commit.</summary>
/// <param name="Context">The fixed name under which later ones replace it.</param>
/// <param name="Description">At most 140 characters.</param>
/// <param name="TargetUrl">Where the details stand, or null.</param>
public sealed record CommitStatus(CommitState State, string Context, string Description, string? TargetUrl);

/// <summary>The head of an open pull request.</summary>
/// <param name="Sha">The full id of the commit.</param>
/// <param name="Base">The branch that it is to be merged into.</param>
public sealed record PullRequestHead(string Sha, string Base);

/// <summary>
/// What the gate asks of the repository. What cannot be answered is a <see cref="TrackerException"/>, never a guess.
/// </summary>
public interface IRepositoryFacts
{
    /// <summary>Whether a file, or for a pattern any file, exists at the commit that is gated. The path is relative to the repository.</summary>
    Task<bool> FileExistsAsync(string path, CancellationToken cancellation);

    /// <summary>The pull request of that number, or null when there is none.</summary>
    Task<PullRequestFact?> FindPullRequestAsync(int number, CancellationToken cancellation);

    /// <summary>Whether a commit can be reached from the default branch or a protected one.</summary>
    Task<bool> IsReachableFromProtectedBranchAsync(string sha, CancellationToken cancellation);

    /// <summary>The account behind a commit's author, or null where the tracker knows none for that address.</summary>
    /// <param name="sha">The commit's full id.</param>
    Task<Actor?> FindCommitAuthorAsync(string sha, CancellationToken cancellation);

    /// <summary>
    /// The newest status of that context on a commit, or null. It is looked for among the last thousand of the commit, so null may also stand for
    /// one that is buried: whoever writes it again then does no harm.
    /// </summary>
    Task<CommitStatus?> FindStatusAsync(string sha, string context, CancellationToken cancellation);

    Task PublishStatusAsync(string sha, CommitStatus status, CancellationToken cancellation);

    /// <summary>The heads of open pull requests whose branch is in the repository itself, not in a fork, newest first; one commit may go into several branches.</summary>
    Task<ImmutableArray<PullRequestHead>> ListOpenPullRequestHeadsAsync(CancellationToken cancellation);
}
