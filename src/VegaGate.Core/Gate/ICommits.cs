using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>A file as a commit has it.</summary>
/// <param name="Path">From the root of the repository, with slashes.</param>
public sealed record CommittedFile(string Path, ReadOnlyMemory<byte> Contents);

/// <summary>What other commits than the one that is checked out hold and say. What cannot be answered is a <see cref="TrackerException"/>, never a guess.</summary>
public interface ICommits
{
    /// <summary>The statuses of a context on a commit, newest first, among the last thousand of the commit.</summary>
    /// <param name="sha">The commit's full id.</param>
    Task<ImmutableArray<CommitStatus>> ListStatusesAsync(string sha, string context, CancellationToken cancellation);

    /// <summary>The full id of the commit that a tag names; null where there is no such tag.</summary>
    Task<string?> FindTaggedCommitAsync(string tag, CancellationToken cancellation);

    /// <summary>The full id of the newest commit of a branch; null where there is no such branch.</summary>
    Task<string?> FindBranchCommitAsync(string branch, CancellationToken cancellation);

    /// <summary>The files of a commit whose paths are wanted, in the order of their paths. Links and submodules are none.</summary>
    /// <param name="sha">The commit's full id.</param>
    Task<ImmutableArray<CommittedFile>> ReadFilesAsync(string sha, Func<string, bool> isWanted, CancellationToken cancellation);
}
