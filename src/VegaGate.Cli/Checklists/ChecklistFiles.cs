using System.Collections.Immutable;
using VegaGate.Configuration;

namespace VegaGate.Cli.Checklists;

/// <summary>Finds checklist files under the paths that were named.</summary>
public static class ChecklistFiles
{
    /// <summary>
    /// The files that were named, and every .yaml and .yml file below the folders, in the ordinal order of their shown paths; of a link, what it leads to. What
    /// cannot be read is among them, with the reason in its place.
    /// </summary>
    /// <param name="selection">Which of the files below the folders are meant, as far as they are below the working directory; null: all.</param>
    /// <exception cref="UsageException">A path does not exist, or there is nothing to read.</exception>
    public static ImmutableArray<ChecklistFile> Find(IReadOnlyCollection<string> paths, Surroundings surroundings, PathSelection? selection = null)
    {
        var search = new FileSearch(surroundings.Directory, selection ?? PathSelection.Everything);
        foreach (var path in paths)
        {
            if (!search.Add(path))
                throw new UsageException($"there is no file or folder {ShownPath.Printable(path)}.");
        }

        var files = search.End();
        if (files.IsEmpty)
            throw new UsageException($"there is no .yaml or .yml file under {ShownPath.Printable(string.Join(", ", paths))}.");
        return files;
    }
}
