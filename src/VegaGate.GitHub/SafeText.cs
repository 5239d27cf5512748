using VegaGate.Text;

namespace VegaGate.GitHub;

/// <summary>Makes text from outside fit for a message of ours.</summary>
public static class SafeText
{
    /// <summary>
    /// The text on one line: control, format and separator characters and lone surrogates become one blank, and what goes beyond
    /// <paramref name="most"/> characters is replaced by an ellipsis.
    /// </summary>
    public static string Line(string? text, int most) => ForeignText.Line(text, most);

    /// <summary>The first characters of a text, no surrogate pair cut, with an ellipsis in the place of the rest.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end] + '…';
    }
}
