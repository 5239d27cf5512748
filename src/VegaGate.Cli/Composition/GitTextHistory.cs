using System.Text;
using VegaGate.Gate;
using VegaGate.Syntax;
using VegaGate.Tracking;

namespace VegaGate.Cli.Composition;

/// <summary>The history of the checkout's files, asked of the installed git.</summary>
internal sealed class GitTextHistory : ITextHistory
{
    private readonly GitProgram _git;
    private readonly Surroundings _surroundings;
    private readonly string _top;
    private readonly string _prefix;

    private GitTextHistory(GitProgram git, Surroundings surroundings, string top, string prefix, string head)
    {
        _git = git;
        _surroundings = surroundings;
        _top = top;
        _prefix = prefix;
        Head = head;
    }

    public string Head { get; }

    /// <summary>Looks at the repository around the working directory.</summary>
    /// <param name="commit">The commit from which it is walked; null: the one that is checked out.</param>
    /// <exception cref="TrackerException">There is no git, no repository, or not the whole of its history.</exception>
    public static GitTextHistory Open(Surroundings surroundings, string? commit = null)
    {
        var git = GitProgram.Find(surroundings.Variable("PATH")) ?? throw Unknown("git is not installed, so the history of the file cannot be read");
        if (Ask(git, surroundings, "rev-parse", "--show-toplevel", "--show-prefix", "--is-shallow-repository", "HEAD")?.Split('\n') is not [var top, var prefix, var isShallow, var head, ..])
            throw Unknown("the working directory is in no git repository, so the history of the file cannot be read");
        return isShallow == "false" ? new GitTextHistory(git, surroundings, top, prefix, commit ?? head) : throw Unknown("the checkout has not the whole history; check out with `fetch-depth: 0`");
    }

    public FileChange? FindLastChange(string commit, string path) =>
        Ask("log", "-1", "--format=%H %P", commit, "--", _prefix + path)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
        {
            null => throw Unknown($"git cannot read the history of {path}"),
            [] => null,
            [var change, .. var parents] => new FileChange(change, parents),
        };

    public byte[]? Read(string commit, string path)
    {
        if (_git.Run(_surroundings, ["-C", _top, "ls-tree", "-z", commit, "--", _prefix + path]) is not { } listing)
            throw Unknown($"git cannot read {path} at the commit {commit[..7]}");
        return GitEntry.ReadAll(listing) is [var file]
            ? _git.Run(_surroundings, SyntaxLimits.FileBytes + 2, ["-C", _top, "cat-file", "blob", file.Name]) ?? throw Unknown($"git cannot read {path} at the commit {commit[..7]}")
            : null;
    }

    public string? FindFormerPath(string commit, string parent, string path)
    {
        // "R087<NUL>former<NUL>present<NUL>", again and again.
        var words = (Ask("diff-tree", "-r", "-M", "--diff-filter=R", "--name-status", "-z", parent, commit) ?? throw Unknown($"git cannot compare the commit {commit[..7]} with the one before it")).Split('\0');
        for (var at = 0; at + 2 < words.Length; at += 3)
        {
            if (words[at + 2] == _prefix + path)
                return words[at + 1].StartsWith(_prefix, StringComparison.Ordinal) ? words[at + 1][_prefix.Length..] : throw Unknown($"{path} came from outside the working directory");
        }

        return null;
    }

    private string? Ask(params IEnumerable<string> arguments) => Ask(_git, _surroundings, ["-C", _top, .. arguments]);

    private static string? Ask(GitProgram git, Surroundings surroundings, params IEnumerable<string> arguments) =>
        git.Run(surroundings, arguments) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private static TrackerException Unknown(string message) => new(TrackerFailure.Unreachable, message);
}
