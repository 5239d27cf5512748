using System.Text;

namespace VegaGate.Cli.Checklists;

/// <summary>Puts a file where there was none, wholly or not at all; over one that is there only where that was asked for.</summary>
internal static class NewFile
{
    private const string IsThere = "is there already";

    private const string Suffix = ".vegagate-tmp";

    /// <summary>Null when it is written; otherwise why it is not, in words that follow the file's name.</summary>
    public static string? TryWrite(string path, string text, bool overwrites)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}{Suffix}");
        try
        {
            if (new FileInfo(path).LinkTarget is not null)
                return "is a link, and nothing is written through one";
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Write(temporary, text);
            try
            {
                File.Move(temporary, path, overwrites);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }

            return null;
        }
        catch (IOException) when (!overwrites && Path.Exists(path))
        {
            return IsThere;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"cannot be written: {failure.Message.TrimEnd('.')}";
        }
    }

    /// <summary><paramref name="problem"/> as a command says it that has <c>--force</c>: a file that is there already is named with the way over it.</summary>
    public static string OfferingForce(string problem) => problem == IsThere ? $"{problem}; --force overwrites it" : problem;

    /// <summary>A temporary file that is there already is somebody else's, and is left.</summary>
    private static void Write(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}
