using System.Buffers;
using System.Text;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace VegaGate.Documents.Reading;

/// <summary>
/// What a text of a document says: without emphasis, escapes, entities and the HTML of mere formatting. Code spans and links stay as they are written.
/// </summary>
public static class InlineText
{
    private static readonly string[] Formatting = ["b", "i", "u", "s", "em", "strong", "del", "ins", "sub", "sup", "small", "big", "mark", "span", "font", "p", "div", "center", "ul", "ol", "nobr", "wbr", "label"];

    private const string Bold = "**";

    /// <summary>Text without any of these says what it says.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\*_<&[]\n");

    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    /// <summary>Reads a text; line breaks of HTML become line breaks.</summary>
    public static string Read(string markdown)
    {
        if (markdown.AsSpan().IndexOfAny(Marks) < 0)
            return markdown.Trim();
        if (ReadBoldStart(markdown) is { } bold)
            return bold;
        // At its beginning this would be the definition of a link, which is no text.
        if (markdown.StartsWith('[') && markdown.Contains("]:", StringComparison.Ordinal))
            return Read("\\!" + markdown)[1..];
        // The whole text is one paragraph: what looks like a list or a heading at its beginning is text here.
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return markdown.Trim();
        }

        var text = new StringBuilder(markdown.Length);
        foreach (var block in document.OfType<ParagraphBlock>())
            Append(block.Inline, markdown, text);
        return TrimBlanks(text);
    }

    /// <summary>
    /// "**Step 1**: do it", as many lists begin their entries: that is read without Markdig, for it can mean one thing only. Null for everything else.
    /// </summary>
    private static string? ReadBoldStart(string markdown)
    {
        var text = markdown.AsSpan().Trim(" \t");
        if (!text.StartsWith(Bold, StringComparison.Ordinal))
            return null;
        var inner = text[Bold.Length..];
        var end = inner.IndexOf('*');
        if (end < 1 || !inner[end..].StartsWith(Bold, StringComparison.Ordinal) || !char.IsAsciiLetterOrDigit(inner[0]) || !char.IsAsciiLetterOrDigit(inner[end - 1]))
            return null;
        var rest = inner[(end + Bold.Length)..];
        // A code span holds what it likes, so none may begin inside.
        return inner[..end].Contains('`') || rest.IndexOfAny(Marks) >= 0 || !rest.IsEmpty && rest[0] is not (' ' or ':' or '.' or ',') ? null : string.Concat(inner[..end], rest);
    }

    /// <summary>The same in one line.</summary>
    public static string ReadLine(string markdown) => InOneLine(Read(markdown));

    public static string InOneLine(string text) => text.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : text;

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser { ParseSetextHeadings = false });
        return builder.Build();
    }

    private static void Append(ContainerInline? container, string source, StringBuilder text)
    {
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    text.Append(Protect(entity.Transcoded.ToString()));
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case AutolinkInline autolink:
                    text.Append(autolink.Url);
                    break;
                case HtmlInline html:
                    AppendHtml(html.Tag, text);
                    break;
                case CodeInline or LinkInline:
                    text.Append(source, inline.Span.Start, inline.Span.Length);
                    break;
                case ContainerInline inner:
                    Append(inner, source, text);
                    break;
                default:
                    text.Append(source, inline.Span.Start, inline.Span.Length);
                    break;
            }
        }
    }

    /// <summary>Blanks that stand as entities are meant: they are kept at the ends too.</summary>
    private static string Protect(string blank) => blank == " " ? "\uFDD0" : blank == "\n" ? "\uFDD1" : blank == "\t" ? "\uFDD2" : blank;

    private static string TrimBlanks(StringBuilder text) => text.ToString().Trim(' ', '\t', '\n').Replace('\uFDD0', ' ').Replace('\uFDD1', '\n').Replace('\uFDD2', '\t');

    private static void AppendHtml(string tag, StringBuilder text)
    {
        var name = new string([.. tag.TrimStart('<', '/').TakeWhile(char.IsAsciiLetterOrDigit)]);
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            TrimEnd(text).Append('\n');
        else if (name.Equals("li", StringComparison.OrdinalIgnoreCase))
            text.Append(text.Length > 0 && text[^1] != '\n' ? "\n" : "");
        else if (!Formatting.Contains(name, StringComparer.OrdinalIgnoreCase))
            text.Append(tag);
    }

    private static StringBuilder TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] is ' ' or '\t')
            text.Length--;
        return text;
    }
}
