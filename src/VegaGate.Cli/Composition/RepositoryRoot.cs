using System.Text;
using VegaGate.Cli.Checklists;

namespace VegaGate.Cli.Composition;

/// <summary>The folder of the repository that is checked out, from which a tracker counts its paths.</summary>
internal sealed class RepositoryRoot
{
    private readonly string _root;
    private readonly string _directory;

    private RepositoryRoot(string root, string directory)
    {
        _root = root;
        _directory = directory;
    }

    /// <summary>Asks the installed git, and where that cannot say, takes the workspace of the job for it.</summary>
    /// <exception cref="UsageException">There is neither.</exception>
    public static RepositoryRoot Find(Surroundings surroundings)
    {
        var directory = RealPath.Of(surroundings.Directory) ?? surroundings.Directory;
        if (GitProgram.Find(surroundings.Variable("PATH"))?.Run(surroundings, "rev-parse", "--show-toplevel") is { } bytes)
            return new RepositoryRoot(Path.GetFullPath(Encoding.UTF8.GetString(bytes).TrimEnd('\r', '\n')), directory);
        if (surroundings.Variable("GITHUB_WORKSPACE") is { } workspace && Path.IsPathFullyQualified(workspace) && RealPath.Of(workspace) is { } real && ShownPath.IsInside(directory, real))
            return new RepositoryRoot(real, directory);
        throw new UsageException("where the repository begins is not known: git is not installed, or the working directory is in no git repository. Check it out with git, or use --write.");
    }

    /// <summary>The path from the root, with forward slashes, of the file itself where the path is a link to it.</summary>
    /// <param name="shown">Relative to the working directory, or absolute.</param>
    /// <exception cref="UsageException">The file is outside.</exception>
    public string PathOf(string shown)
    {
        var full = Path.GetFullPath(shown, _directory);
        var real = RealPath.Of(full) ?? full;
        return ShownPath.IsInside(real, _root)
            ? Path.GetRelativePath(_root, real).Replace('\\', '/')
            : throw new UsageException($"{shown} is outside the repository, so no pull request can change it.");
    }
}
