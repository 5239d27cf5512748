using System.Text;
using VegaGate.Text;

namespace VegaGate.Cli.Checklists;

/// <summary>Puts a new text in the place of a file: wholly or not at all, and only where the file is what was read.</summary>
internal static class FileReplacement
{
    private const string Suffix = ".vegagate-tmp";

    /// <summary>Null when it is written; otherwise a sentence that says why it is not.</summary>
    /// <param name="read">What was read from the file.</param>
    /// <param name="written">What is to stand there.</param>
    public static string? TryWrite(ChecklistFile file, SourceText read, SourceText written)
    {
        if (Refuse(file) is { } refusal)
            return refusal;
        var temporary = Path.Combine(Path.GetDirectoryName(file.Path)!, $".{Path.GetFileName(file.Path)}{Suffix}");
        try
        {
            if (!BoundedFile.Read(file.Path).SequenceEqual(read.ToBytes()))
                return "was changed by somebody else since it was read";
            Replace(temporary, file.Path, written);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"cannot be written: {failure.Message.TrimEnd('.')}";
        }
    }

    /// <summary>Why a file is not written, whatever was to stand in it; null where it is.</summary>
    public static string? Refuse(ChecklistFile file) => file.IsLinked ? "is reached by a link, and nothing is written through one" : null;

    /// <summary>Makes a file that is not there yet, with its folders, inside the working directory. Null when it is written; otherwise a sentence that says why it is not.</summary>
    public static string? TryCreate(string path, string directory, SourceText written)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            var known = folder;
            while (!Path.Exists(known) && Path.GetDirectoryName(known) is { } parent)
                known = parent;
            if (RealPath.Of(directory) is not { } workspace || RealPath.Of(known) != Path.GetFullPath(Path.GetRelativePath(directory, known), workspace))
                return "would be written through a link, and nothing is";
            Directory.CreateDirectory(folder);
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            stream.Write(Encoding.UTF8.GetBytes(written.Text));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"cannot be written: {failure.Message.TrimEnd('.')}";
        }
    }

    /// <summary>Writes a new file with the mode of the old one, and then gives it its name. A temporary file that is there already is somebody else's, and is left.</summary>
    private static void Replace(string temporary, string file, SourceText text)
    {
        var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            using (stream)
            {
                stream.Write(text.ToBytes());
                stream.Flush(flushToDisk: true);
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(file));
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
