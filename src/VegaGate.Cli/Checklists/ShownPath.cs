using System.Text;
using VegaGate.Cli.Reporting;

namespace VegaGate.Cli.Checklists;

/// <summary>Paths as they are shown.</summary>
internal static class ShownPath
{
    /// <summary>Relative to the working directory where the file is below it, with forward slashes, and fit for a log.</summary>
    public static string Of(string file, string directory)
    {
        var relative = Path.GetRelativePath(directory, file);
        return Printable(WithSlashes(IsOutside(relative) ? file : relative));
    }

    /// <summary>Whether a path lies in a folder, or is that folder.</summary>
    public static bool IsInside(string path, string folder) => !IsOutside(Path.GetRelativePath(folder, path));

    /// <summary>
    /// What a reader does not see, the bracket of the runner's old command form, and what begins an escape, as escapes: two names never look like one. A name that begins as a
    /// workflow command does not begin a line.
    /// </summary>
    public static string Printable(string text)
    {
        var result = new StringBuilder(text.AsSpan().TrimStart().StartsWith("::") ? "./" : "");
        for (var at = 0; at < text.Length; at++)
        {
            if (SafeText.IsHidden(text, at) || SafeText.IsOldCommand(text, at) || text[at] == '\\' && !OperatingSystem.IsWindows())
                result.Append($"\\u{(int)text[at]:x4}");
            else
                result.Append(text[at]);
        }

        return result.ToString();
    }

    /// <summary>A path with forward slashes. Elsewhere than on Windows a backslash is part of a name.</summary>
    public static string WithSlashes(string path) => OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path;

    /// <summary>Whether a relative path leads up, or to another drive.</summary>
    private static bool IsOutside(string relative) =>
        Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || relative.StartsWith(@"..\", StringComparison.Ordinal);
}
