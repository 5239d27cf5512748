using System.Globalization;

namespace VegaGate.Cli.Cache;

/// <summary>
/// A file of the cache folder. Losing it costs requests and nothing else, so what cannot be read is not there, and what cannot be written is let go. A
/// checkout may hold links that lead elsewhere: nothing is read or written through one.
/// </summary>
/// <param name="path">The full path.</param>
internal sealed class CacheFile(string path)
{
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>What it holds; null where it is not there, is too large, or cannot be read.</summary>
    public byte[]? Read()
    {
        try
        {
            return IsOurs() && new FileInfo(path) is { Exists: true, Length: <= MaxBytes, LinkTarget: null } ? File.ReadAllBytes(path) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Puts new contents in its place, wholly or not at all.</summary>
    public void Write(ReadOnlySpan<byte> contents)
    {
        try
        {
            if (!IsOurs())
                return;
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            if (!IsOurs())
                return;
            var ignore = Path.Combine(folder, ".gitignore");
            if (!File.Exists(ignore))
                File.WriteAllText(ignore, "*\n");
            Replace($"{path}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.tmp", contents);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A folder that cannot be written keeps nothing.
        }
    }

    private void Replace(string temporary, ReadOnlySpan<byte> contents)
    {
        try
        {
            File.Delete(temporary);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                stream.Write(contents);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private bool IsOurs()
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(path)!);
        return folder.LinkTarget is null && folder.Parent?.LinkTarget is null;
    }
}
