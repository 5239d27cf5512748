using System.Collections.Immutable;
using System.Text;
using VegaGate.Cli.Reporting;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Cli.Checklists;

/// <summary>Finds checklist files under the paths that were named, and reads each once.</summary>
public static class ChecklistFiles
{
    /// <summary>One byte more than the format allows is enough to see that it is too many.</summary>
    private const int MaxBytes = 10 * 1024 * 1024 + 1;

    private const int MaxFiles = 5_000;

    /// <summary>Reads the files that <see cref="Find"/> finds, in its order.</summary>
    /// <exception cref="UsageException">A path does not exist, or there is nothing to read.</exception>
    public static ImmutableArray<YamlTree> Read(IReadOnlyCollection<string> paths, Surroundings surroundings, PathSelection? selection = null) =>
        [.. Find(paths, surroundings, selection).Select(file => Open(file, surroundings))];

    /// <summary>Reads one file; what keeps it from being read is a finding.</summary>
    /// <param name="file">The full path.</param>
    public static YamlTree Open(string file, Surroundings surroundings) => Read(file, Shown(file, surroundings.Directory));

    /// <summary>The full paths of the files, and of every .yaml and .yml file below the folders.</summary>
    /// <param name="selection">Which of the files below the folders are meant, as far as they are below the working directory; null: all.</param>
    /// <exception cref="UsageException">A path does not exist, or there is nothing to read.</exception>
    public static ImmutableArray<string> Find(IReadOnlyCollection<string> paths, Surroundings surroundings, PathSelection? selection = null)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, surroundings.Directory);
            if (Directory.Exists(full))
                found.UnionWith(selection is null or { Include.IsEmpty: true, Exclude.IsEmpty: true } ? Below(full) : Below(full).Where(file => IsSelected(file, surroundings.Directory, selection)));
            else if (File.Exists(full))
                found.Add(full);
            else
                throw new UsageException($"there is no file or folder {Printable(path)}.");
        }

        var files = found.ToList();
        files.Sort(string.CompareOrdinal);
        if (files.Count == 0)
            throw new UsageException($"there is no .yaml or .yml file under {Printable(string.Join(", ", paths))}.");
        if (files.Count > MaxFiles)
            throw new UsageException($"there are {files.Count} files under {Printable(string.Join(", ", paths))}; at most {MaxFiles} are read in one run.");
        return [.. files];
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 32 })
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml");

    private static bool IsSelected(string file, string directory, PathSelection selection)
    {
        var relative = Path.GetRelativePath(directory, file);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) || selection.Takes(relative.Replace(Path.DirectorySeparatorChar, '/'));
    }

    private static YamlTree Read(string file, string shown)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
            var bytes = new byte[Math.Min(stream.Length, MaxBytes)];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return YamlReader.Read(shown, bytes.AsSpan(0, length));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var source = SourceText.FromString(shown, "");
            return new YamlTree(source, null, [new Diagnostic(SyntaxDiagnostics.UnreadableFile, source, default, $"This file cannot be read: {failure.Message}")]);
        }
    }

    /// <summary>Relative to the working directory where the file is below it, with forward slashes, and fit for a log.</summary>
    private static string Shown(string file, string directory)
    {
        var relative = Path.GetRelativePath(directory, file);
        return Printable((relative.StartsWith("..", StringComparison.Ordinal) ? file : relative).Replace('\\', '/'));
    }

    /// <summary>
    /// What a reader does not see, and the bracket of the runner's old command form, as escapes: two names never look like one. A name that begins as a
    /// workflow command does not begin a line.
    /// </summary>
    private static string Printable(string text)
    {
        var result = new StringBuilder(text.AsSpan().TrimStart().StartsWith("::") ? "./" : "");
        for (var at = 0; at < text.Length; at++)
        {
            if (SafeText.IsHidden(text[at]) || SafeText.IsOldCommand(text, at))
                result.Append($"\\u{(int)text[at]:x4}");
            else
                result.Append(text[at]);
        }

        return result.ToString();
    }
}
