using System.Collections.Immutable;
using System.IO.Enumeration;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>The repository as it lies on the disk. It knows files, and nothing that only GitHub knows.</summary>
internal sealed class WorkingTree(string root) : IRepositoryFacts
{
    public Task<bool> FileExistsAsync(string path, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path, root);
        if (Path.IsPathRooted(path) || !full.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new TrackerException(TrackerFailure.Rejected, $"{path} leaves the repository");
        if (path.AsSpan().IndexOfAny('*', '?') < 0)
            return Task.FromResult(File.Exists(full));
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 32 };
        return Task.FromResult(Directory.EnumerateFiles(root, "*", options).Any(file => FileSystemName.MatchesSimpleExpression(path, Path.GetRelativePath(root, file).Replace('\\', '/'), ignoreCase: false)));
    }

    public Task<PullRequestFact?> FindPullRequestAsync(int number, CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, $"pull request {number} is on GitHub, and the embedded tracker cannot ask for it");

    public Task<bool> IsReachableFromProtectedBranchAsync(string sha, CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, "protected branches are on GitHub, and the embedded tracker cannot ask for them");

    public Task<Actor?> FindCommitAuthorAsync(string sha, CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, "the account behind a commit is on GitHub, and the embedded tracker cannot ask for it");

    public Task<CommitStatus?> FindStatusAsync(string sha, string context, CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, "a commit status is on GitHub, and the embedded tracker cannot ask for it");

    public Task<ImmutableArray<string>> ListOpenPullRequestHeadsAsync(CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, "pull requests are on GitHub, and the embedded tracker cannot ask for them");

    public Task PublishStatusAsync(string sha, CommitStatus status, CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, "a commit status is on GitHub, and the embedded tracker cannot set it");
}
