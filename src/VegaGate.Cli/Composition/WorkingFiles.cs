using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text;
using VegaGate.Cli.Checklists;
using VegaGate.Conditions;

namespace VegaGate.Cli.Composition;

/// <summary>
/// The files below the working directory as they lie on the disk, for the embedded tracker: those that git tracks, and where there is no repository all but git's and
/// our own. Links are no files, wherever they lead.
/// </summary>
internal sealed class WorkingFiles : ICommitFiles
{
    private const int MaxListing = 32 * 1024 * 1024;

    private static readonly EnumerationOptions WholeTree = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 32 };

    private readonly Surroundings _surroundings;
    private readonly string _root;
    private readonly Lazy<ImmutableArray<CommitFile>> _files;

    public WorkingFiles(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _root = RealPath.Of(surroundings.Directory) ?? surroundings.Directory;
        _files = new Lazy<ImmutableArray<CommitFile>>(ReadListing);
    }

    public ImmutableArray<CommitFile> List() => _files.Value;

    public IEnumerable<byte[]> Read(ImmutableArray<CommitFile> files)
    {
        foreach (var file in files)
        {
            byte[] bytes;
            try
            {
                bytes = BoundedFile.Read(file.Name).ToArray();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new UnansweredException($"{file.Path} cannot be read", inner: failure);
            }

            yield return bytes.Length == file.Size ? bytes : throw new UnansweredException($"{file.Path} changes while it is read");
        }
    }

    public DateTimeOffset? FindLastChange(string path)
    {
        var git = GitProgram.Find(_surroundings.Variable("PATH")) ?? throw new UnansweredException("git is not installed, so the history of the file cannot be read");
        return CommitDates.Find(git, _surroundings, [], "HEAD", path);
    }

    private ImmutableArray<CommitFile> ReadListing()
    {
        try
        {
            return [.. Names().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Find).OfType<CommitFile>()];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnansweredException("the files below the working directory cannot be listed", inner: failure);
        }
    }

    private IEnumerable<string> Names() =>
        GitProgram.Find(_surroundings.Variable("PATH"))?.Run(_surroundings, MaxListing, ["ls-files", "-z"]) is { } tracked
            ? Encoding.UTF8.GetString(tracked).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : Walk().Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/'));

    /// <summary>Null for what is not there, is a link or is behind one, or is no file.</summary>
    private CommitFile? Find(string path)
    {
        var full = Path.GetFullPath(path, _root);
        return ShownPath.IsInside(full, _root) && RealPath.Of(full) == full && new FileInfo(full) is { Exists: true } file ? new CommitFile(path, file.Length, full) : null;
    }

    private FileSystemEnumerable<string> Walk() => new(_root, (ref FileSystemEntry entry) => entry.ToFullPath(), WholeTree)
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName is not (".git" or ".vegagate"),
    };
}
