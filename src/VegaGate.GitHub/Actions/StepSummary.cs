using System.Text;

namespace VegaGate.GitHub.Actions;

/// <summary>
/// Adds Markdown to the file that <c>GITHUB_STEP_SUMMARY</c> names. A summary above 1 MiB is dropped whole, so a longer one is cut at
/// the end of a line and says so.
/// </summary>
/// <param name="path">The file; what it holds already counts.</param>
public sealed class StepSummary(string path)
{
    /// <summary>The most bytes that the file is given; a little below what GitHub takes.</summary>
    public const int MostBytes = 1_000 * 1_024;

    private const string Note = "\n\n_The summary ends here: GitHub takes no more of it. The log of the job and the report have the rest._\n";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Adds a text that ends with an end of line, or is given one.</summary>
    /// <returns>Whether all of it was added.</returns>
    public bool Append(string markdown)
    {
        var text = markdown.EndsWith('\n') ? markdown : markdown + '\n';
        var file = new FileInfo(path);
        var room = MostBytes - (file.Exists ? file.Length : 0);
        var fits = Utf8.GetByteCount(text) <= room;
        if (!fits)
            text = Cut(text, room - Utf8.GetByteCount(Note));
        File.AppendAllText(path, text, Utf8);
        return fits;
    }

    private static string Cut(string text, long room)
    {
        if (room < 0)
            return "";
        var kept = 0;
        long used = 0;
        while (true)
        {
            // There is a further line, or else all of it would have fitted.
            var end = text.IndexOf('\n', kept) + 1;
            used += Utf8.GetByteCount(text.AsSpan(kept, end - kept));
            if (used > room)
                return text[..kept] + Note;
            kept = end;
        }
    }
}
