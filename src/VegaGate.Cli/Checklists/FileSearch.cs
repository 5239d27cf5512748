using System.Collections.Immutable;
using VegaGate.Configuration;
using VegaGate.Syntax;

namespace VegaGate.Cli.Checklists;

/// <summary>
/// Walks the named paths. Links are followed to files, once, and only inside the working directory, or inside the folder that was named if that lies elsewhere;
/// links to folders below a named one that stay there are passed over.
/// </summary>
internal sealed class FileSearch
{
    public const int MaxFiles = 5_000;

    private const int MaxDepth = 32;

    /// <summary>Stands for the lists of a folder that is not walked.</summary>
    private const string AnyList = "a.yaml";

    private readonly string _directory;
    private readonly string _workspace;
    private readonly PathSelection _selection;
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly List<ChecklistFile> _files = [];
    private int _readable;
    private string? _cutAt;

    /// <summary>Begins a search with nothing named yet.</summary>
    /// <param name="selection">Which files below the folders are meant, as far as they are below the working directory.</param>
    public FileSearch(string directory, PathSelection selection)
    {
        _directory = directory;
        _selection = selection;
        _workspace = RealPath.Of(directory) ?? directory;
    }

    /// <summary>Takes up a path of the call; false when there is nothing at it.</summary>
    public bool Add(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, _directory));
        if (RealPath.Of(full) is not { } real)
            return IsLink(full) && Refuse(full, "it is a link to something that is not there");
        var isInside = ShownPath.IsInside(full, _directory);
        if (isInside && !ShownPath.IsInside(real, _workspace))
            return Refuse(full, "it is a link that leaves the working directory");
        var isLinked = isInside ? real != Path.GetFullPath(Path.GetRelativePath(_directory, full), _workspace) : IsLink(full);
        if (!Directory.Exists(real))
            AddFile(real, isLinked);
        else if (TakesFolder(real, 0, isNamedLikeAList: full != _directory && IsList(full)))
            Walk(real, isInside ? _workspace : real, isLinked);
        return true;
    }

    /// <summary>Brings what was found into its order, and keeps as many as may be read.</summary>
    public ImmutableArray<ChecklistFile> End()
    {
        if (_cutAt is not null)
            Take(_cutAt, new FileProblem(SyntaxDiagnostics.TooManyFiles, $"There are more than {MaxFiles:N0} files, and no more than the first of them are read; name fewer folders in one call."));
        _files.Sort((x, y) => string.CompareOrdinal(x.Shown, y.Shown));
        return [.. _files];
    }

    private void Walk(string root, string bounds, bool isLinked)
    {
        var open = new Stack<OpenFolder>();
        open.Push(new OpenFolder(root, 0));
        while (_cutAt is null && open.TryPop(out var folder))
        {
            var folders = new List<OpenFolder>();
            foreach (var entry in EntriesOf(folder.Path))
            {
                if (entry.Name.Contains('\uFFFD') && !Path.Exists(entry.FullName))
                    AddMisnamed(entry.FullName);
                else if ((entry.Attributes & FileAttributes.ReparsePoint) != 0)
                    AddLink(entry.FullName, bounds);
                else if ((entry.Attributes & FileAttributes.Directory) == 0)
                    AddFound(entry.FullName, isLinked);
                else if (TakesFolder(entry.FullName, folder.Depth + 1, IsMeant(entry.FullName)))
                    folders.Add(new OpenFolder(entry.FullName, folder.Depth + 1));
            }

            for (var i = folders.Count - 1; i >= 0; i--)
                open.Push(folders[i]);
        }
    }

    /// <summary>In an order that does not depend on the file system.</summary>
    private FileSystemInfo[] EntriesOf(string folder)
    {
        try
        {
            var entries = new DirectoryInfo(folder).GetFileSystemInfos();
            Array.Sort(entries, static (x, y) => string.CompareOrdinal(x.Name, y.Name));
            return entries;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Refuse(folder, ChecklistFile.Explain(failure), "folder");
            return [];
        }
    }

    /// <summary>Whether a folder is walked. One that is named like a list is, and has its finding: whoever named it so may take it for one.</summary>
    private bool TakesFolder(string folder, int depth, bool isNamedLikeAList)
    {
        if (depth > MaxDepth)
            return !Refuse(folder, $"it stands more than {MaxDepth} folders deep", "folder");
        return !isNamedLikeAList || Refuse(folder, "it is named like a list; rename it", "folder");
    }

    private void AddLink(string link, string bounds)
    {
        var real = RealPath.Of(link);
        var isFolder = real is not null && Directory.Exists(real);
        if (!IsMeant(isFolder ? Path.Combine(link, AnyList) : link))
            return;
        if (real is null)
            Refuse(link, "it is a link to something that is not there");
        else if (!ShownPath.IsInside(real, bounds))
            Refuse(link, "it is a link that leaves the working directory", isFolder ? "folder" : "file");
        else if (!isFolder)
            AddFile(real, isLinked: true);
    }

    /// <summary>Such a name cannot be said, and so nothing is found under it.</summary>
    private void AddMisnamed(string file)
    {
        if (IsMeant(file))
            Refuse(file, "its name is not UTF-8; rename it");
    }

    private void AddFound(string file, bool isLinked)
    {
        if (IsMeant(file))
            AddFile(file, isLinked);
    }

    private static bool HasControl(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (c < ' ')
                return true;
        }

        return false;
    }

    private void AddFile(string real, bool isLinked)
    {
        if (_found.Contains(real))
            return;
        if (HasControl(Path.GetFileName(real.AsSpan())))
        {
            Refuse(real, "its name holds a line feed or another control character; rename it");
            return;
        }

        if (_readable == MaxFiles)
        {
            _cutAt = Path.GetDirectoryName(real) ?? real;
            return;
        }

        _found.Add(real);
        _readable++;
        Take(real, null, isLinked);
    }

    private bool Refuse(string path, string reason, string kind = "file")
    {
        if (_found.Add(path))
            Take(path, FileProblem.Unreadable(kind, reason));
        return true;
    }

    private void Take(string path, FileProblem? problem, bool isLinked = false) =>
        _files.Add(new ChecklistFile(path, ShownPath.Of(path, ShownPath.IsInside(path, _workspace) ? _workspace : _directory)) { Problem = problem, IsLinked = isLinked });

    /// <summary>Whether a file below a folder is a list to be read. The program's own configuration is none; it is named where it is meant.</summary>
    private bool IsMeant(string file) =>
        IsList(file)
        && Path.GetFileName(file) != ProjectConfiguration.FileName
        && (ReferenceEquals(_selection, PathSelection.Everything) || !ShownPath.IsInside(file, _workspace) || _selection.Takes(ShownPath.WithSlashes(Path.GetRelativePath(_workspace, file))));

    private static bool IsList(string path) => Path.GetExtension(path) is ".yaml" or ".yml";

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private sealed record OpenFolder(string Path, int Depth);
}
