using System.Text;
using VegaGate.Cli.Reporting;

namespace VegaGate.Cli.Checklists;

/// <summary>What stands where a command is about to write.</summary>
internal static class PresentText
{
    /// <summary>The text of the file; null where there is nothing.</summary>
    /// <param name="shown">The path as it was said.</param>
    /// <exception cref="UsageException">There is something, and it cannot be read.</exception>
    public static string? Read(string shown, Surroundings surroundings)
    {
        var path = Path.GetFullPath(shown, surroundings.Directory);
        try
        {
            return Path.Exists(path) ? Encoding.UTF8.GetString(BoundedFile.Read(path)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"{SafeText.Show(shown)} cannot be read: {ChecklistFile.Explain(failure)}.");
        }
    }
}
