using System.Collections.Immutable;
using System.IO.Enumeration;
using VegaGate.Gate;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>The repository as it lies on the disk. It knows files, and nothing that only GitHub knows.</summary>
public sealed class WorkingTree(string root) : IRepositoryFacts
{
    private const string GitFolder = ".git";

    private static readonly EnumerationOptions WholeTree = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 32 };

    public Task<bool> FileExistsAsync(string path, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path, root);
        if (Path.IsPathRooted(path) || !full.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new TrackerException(TrackerFailure.Rejected, $"{path} leaves the repository");
        var pattern = new PathPattern(path);

        var exists = pattern.IsPlain ? File.Exists(full) && IsCommitted(Relative(full)) && pattern.IsMatch(Relative(full)) : Files().Any(file => pattern.IsMatch(Relative(file)));
        return Task.FromResult(exists);
    }

    public Task<PullRequestFact?> FindPullRequestAsync(int number, CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, $"pull request {number} is on GitHub, and the embedded tracker cannot ask for it");

    public Task<bool> IsReachableFromProtectedBranchAsync(string sha, CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, "protected branches are on GitHub, and the embedded tracker cannot ask for them");

    public Task<Actor?> FindCommitAuthorAsync(string sha, CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, "the account behind a commit is on GitHub, and the embedded tracker cannot ask for it");

    public Task<CommitStatus?> FindStatusAsync(string sha, string context, CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, "a commit status is on GitHub, and the embedded tracker cannot ask for it");

    public Task<ImmutableArray<PullRequestHead>> ListOpenPullRequestHeadsAsync(CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, "pull requests are on GitHub, and the embedded tracker cannot ask for them");

    public Task PublishStatusAsync(string sha, CommitStatus status, CancellationToken cancellation) =>
        throw new TrackerException(TrackerFailure.Unreachable, "a commit status is on GitHub, and the embedded tracker cannot set it");

    /// <summary>Git's own folder is in no commit, and so in no answer of GitHub.</summary>
    private static bool IsCommitted(string path) => !path.StartsWith(GitFolder + "/", StringComparison.Ordinal);

    private FileSystemEnumerable<string> Files() => new(root, (ref FileSystemEntry entry) => entry.ToFullPath(), WholeTree)
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.FileName.SequenceEqual(GitFolder),
    };

    private string Relative(string file) => Path.GetRelativePath(root, file).Replace('\\', '/');
}
