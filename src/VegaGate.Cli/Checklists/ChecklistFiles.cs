using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Cli.Checklists;

/// <summary>Finds checklist files under the paths that were named, and reads each once. What cannot be read is a finding, and hides nothing else.</summary>
public static class ChecklistFiles
{
    public static DiagnosticDescriptor Unreadable { get; } = new("VG0019", "unreadable-file", DiagnosticSeverity.Error, "The file cannot be read.");

    public static DiagnosticDescriptor TooManyFiles { get; } = new("VG0020", "too-many-files", DiagnosticSeverity.Error, "There are more files than are read in one run.");

    /// <summary>Reads the files that <see cref="Find"/> finds, in its order.</summary>
    /// <exception cref="UsageException">A path does not exist, or there is nothing to read.</exception>
    public static ImmutableArray<YamlTree> Read(IReadOnlyCollection<string> paths, Surroundings surroundings) => [.. Find(paths, surroundings).Select(file => file.Read())];

    /// <summary>The files that were named, and every .yaml and .yml file below the folders, in the ordinal order of their shown paths; of a link, what it leads to.</summary>
    /// <exception cref="UsageException">A path does not exist, or there is nothing to read.</exception>
    public static ImmutableArray<ChecklistFile> Find(IReadOnlyCollection<string> paths, Surroundings surroundings)
    {
        var search = new FileSearch(surroundings.Directory);
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
