using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VegaGate.Conditions;

namespace VegaGate.Cli.Composition;

/// <summary>The files of a commit, out of the objects of the checkout: what lies in the working directory does not matter, and no link is followed.</summary>
internal sealed class GitCommitFiles : ICommitFiles
{
    /// <summary>Some 300,000 files.</summary>
    private const int MaxListing = 32 * 1024 * 1024;

    /// <summary>Contents that are in memory at a time, of small files.</summary>
    private const long BatchBytes = 16 * 1024 * 1024;

    /// <summary>The line before a file's content: its id, kind and size.</summary>
    private const int MaxHeader = 128;

    private const string Advice = "check out with `fetch-depth: 0`";

    private readonly Surroundings _surroundings;
    private readonly Lazy<Checkout> _checkout;
    private readonly Lazy<ImmutableArray<CommitFile>> _files;

    /// <summary>Asks nothing yet.</summary>
    /// <param name="sha">The commit's full id; null for the one that is checked out.</param>
    public GitCommitFiles(Surroundings surroundings, string? sha)
    {
        _surroundings = surroundings;
        _checkout = new Lazy<Checkout>(() => Open(surroundings, sha));
        _files = new Lazy<ImmutableArray<CommitFile>>(ReadListing);
    }

    public ImmutableArray<CommitFile> List() => _files.Value;

    public IEnumerable<byte[]> Read(ImmutableArray<CommitFile> files)
    {
        for (var at = 0; at < files.Length;)
        {
            var begin = at;
            long size = 0;
            do
                size += files[at++].Size + MaxHeader;
            while (at < files.Length && size + files[at].Size + MaxHeader <= BatchBytes);
            foreach (var content in ReadBatch(files[begin..at], size))
                yield return content;
        }
    }

    public DateTimeOffset? FindLastChange(string path)
    {
        var (git, top, commit) = _checkout.Value;
        return CommitDates.Find(git, _surroundings, ["-C", top], commit, path);
    }

    private static Checkout Open(Surroundings surroundings, string? sha)
    {
        var git = GitProgram.Find(surroundings.Variable("PATH")) ?? throw new UnansweredException("git is not installed, so the files of the commit cannot be read");
        if (git.Run(surroundings, "rev-parse", "--show-toplevel") is not { } bytes)
            throw new UnansweredException("the working directory is in no git repository, so the files of the commit cannot be read");
        var top = Encoding.UTF8.GetString(bytes).TrimEnd('\r', '\n');
        var asked = sha ?? "HEAD";
        var answer = git.Run(surroundings, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{asked}^{{commit}}");
        var commit = answer is null ? null : Encoding.UTF8.GetString(answer).TrimEnd('\r', '\n');
        if (commit is null)
            throw new UnansweredException(sha is null ? "the checkout has no commit" : $"the checkout does not have the commit {sha}; {Advice}");
        return sha is null || string.Equals(commit, sha, StringComparison.OrdinalIgnoreCase)
            ? new Checkout(git, top, commit)
            : throw new UnansweredException($"{sha} is not the full id of a commit");
    }

    private ImmutableArray<CommitFile> ReadListing()
    {
        var (git, top, commit) = _checkout.Value;
        if (git.Run(_surroundings, MaxListing, ["-C", top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit]) is not { } listing)
            throw new UnansweredException($"git cannot list the files of the commit {commit[..7]}");
        return [.. GitEntry.ReadAll(listing).Select(entry => new CommitFile(entry.Path, entry.Size!.Value, entry.Name))];
    }

    private IEnumerable<byte[]> ReadBatch(ImmutableArray<CommitFile> files, long size)
    {
        var (git, top, commit) = _checkout.Value;
        var names = Encoding.ASCII.GetBytes(string.Concat(files.Select(file => file.Name + "\n")));
        var contents = git.Run(_surroundings, (int)Math.Min(size + 1, int.MaxValue), ["-C", top, "cat-file", "--batch"], names) ?? throw Unreadable();
        var at = 0;
        foreach (var file in files)
        {
            // "<object> blob <size><line feed><content><line feed>"
            var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Name} blob {file.Size}\n"));
            var begin = at + header.Length;
            if (!contents.AsSpan(at).StartsWith(header) || begin + file.Size + 1 > contents.Length)
                throw Unreadable();
            yield return contents.AsSpan(begin, (int)file.Size).ToArray();
            at = begin + (int)file.Size + 1;
        }

        UnansweredException Unreadable() => new($"git cannot read the files of the commit {commit[..7]}; {Advice}");
    }

    /// <summary>Where the commit is.</summary>
    /// <param name="Top">The root of the repository.</param>
    private sealed record Checkout(GitProgram Git, string Top, string Commit);
}
