using System.Collections.Immutable;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;
using VegaGate.Syntax;
using VegaGate.Tracking;

namespace VegaGate.Cli.Releasing;

/// <summary>The lists as another commit has them, laid out in a folder of their own, so that what reads a checkout reads them as well. Taken from the checkout's git where it has the commit, otherwise from GitHub.</summary>
internal sealed class CommittedLists : IDisposable
{
    private readonly DirectoryInfo _folder;

    private CommittedLists(DirectoryInfo folder, string[] paths, Surroundings surroundings) => (_folder, Paths, Surroundings) = (folder, paths, surroundings with { Directory = folder.FullName });

    /// <summary>What was named, relative to that folder.</summary>
    public string[] Paths { get; }

    /// <summary>Those of the run, in that folder.</summary>
    public Surroundings Surroundings { get; }

    /// <summary>The project with the lists of a commit; its configuration and release stay.</summary>
    /// <exception cref="UsageException">A list is not valid there.</exception>
    /// <exception cref="TrackerException">They cannot be read, or there are none.</exception>
    public static async Task<Project> LoadAsync(Project project, string sha, IReadOnlyCollection<string> paths, ICommits commits, Surroundings surroundings, CancellationToken cancellation)
    {
        using var lists = await ReadAsync(sha, paths, commits, surroundings, cancellation);
        var (there, error) = Project.Read(project.Configuration, lists.Paths, project.Release, project.TrackerName, lists.Surroundings);
        return there ?? throw new UsageException($"a list is not valid at the commit {sha[..7]}: {Notices.Show(error!)}");
    }

    /// <summary>Reads the YAML files below some paths.</summary>
    /// <param name="paths">As they were named, relative to the working directory.</param>
    /// <exception cref="TrackerException">They cannot be read, or there are none.</exception>
    private static async Task<CommittedLists> ReadAsync(string sha, IReadOnlyCollection<string> paths, ICommits commits, Surroundings surroundings, CancellationToken cancellation)
    {
        var prefix = PrefixOf(surroundings);
        string[] named = [.. paths.Select(path => Path.GetRelativePath(surroundings.Directory, Path.GetFullPath(path, surroundings.Directory)).Replace('\\', '/'))];
        var files = Read(sha, prefix, IsNamed, surroundings) ?? [.. (await commits.ReadFilesAsync(sha, path => path.StartsWith(prefix, StringComparison.Ordinal) && IsNamed(path[prefix.Length..]), cancellation))
            .Select(file => file with { Path = file.Path[prefix.Length..] })];
        if (files.IsEmpty)
            throw new TrackerException(TrackerFailure.Rejected, $"the commit {sha[..7]} has no .yaml or .yml file under {string.Join(", ", paths)}.");
        var lists = new CommittedLists(Directory.CreateTempSubdirectory("vegagate-commit-"), named, surroundings);
        try
        {
            foreach (var file in files)
                lists.Write(file);
            return lists;
        }
        catch
        {
            lists.Dispose();
            throw;
        }

        bool IsNamed(string path) => (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal))
            && named.Any(one => one == "." || path == one || path.StartsWith(one + "/", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(CommittedFile file)
    {
        var target = Path.GetFullPath(file.Path, _folder.FullName);
        if (!target.StartsWith(_folder.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new TrackerException(TrackerFailure.Rejected, "a path of the commit leaves the repository.");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, file.Contents.Span);
    }

    /// <summary>Where the working directory stands in the repository: nothing, or a path that ends with a slash.</summary>
    private static string PrefixOf(Surroundings surroundings)
    {
        if (surroundings.Step?.Environment.Workspace is not { } workspace)
            return "";
        var relative = Path.GetRelativePath(workspace, surroundings.Directory).Replace('\\', '/');
        return relative == "." || relative.StartsWith("..", StringComparison.Ordinal) ? "" : relative + "/";
    }

    /// <summary>From the checkout; null where it does not have the commit.</summary>
    private static ImmutableArray<CommittedFile>? Read(string sha, string prefix, Func<string, bool> isNamed, Surroundings surroundings)
    {
        if (GitProgram.Find(surroundings.Variable("PATH")) is not { } git || git.Run(surroundings, "ls-tree", "-r", "-z", "--full-tree", sha) is not { } listing)
            return null;
        var files = ImmutableArray.CreateBuilder<CommittedFile>();
        foreach (var entry in GitEntry.ReadAll(listing).Where(entry => entry.Path.StartsWith(prefix, StringComparison.Ordinal) && isNamed(entry.Path[prefix.Length..])))
        {
            if (git.Run(surroundings, SyntaxLimits.FileBytes + 2, ["cat-file", "blob", entry.Name]) is not { } contents)
                throw new TrackerException(TrackerFailure.Unreachable, $"git cannot read {entry.Path} at the commit {sha[..7]}.");
            files.Add(new CommittedFile(entry.Path[prefix.Length..], contents));
        }

        return files.ToImmutable();
    }
}
