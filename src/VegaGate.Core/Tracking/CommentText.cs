using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace VegaGate.Tracking;

/// <summary>A line of a comment that begins with a slash and a word.</summary>
/// <param name="Name">The word in lower case, without the slash.</param>
/// <param name="Argument">The rest of the line, without blanks at its ends.</param>
public sealed record CommandLine(string Name, string Argument);

/// <summary>The commands of a comment.</summary>
/// <param name="Lines">In the order in which they stand there.</param>
/// <param name="HasMore">Whether lines below were left unread that look like commands.</param>
public sealed record CommandLines(ImmutableArray<CommandLine> Lines, bool HasMore)
{
    public static CommandLines None { get; } = new([], HasMore: false);
}

/// <summary>
/// Finds the lines of a comment that its author wrote as commands: not those in quotes, code or HTML. The work is bounded: what stands in a line (emphasis,
/// links, code) takes time that grows with the square of a paragraph, and is looked at in short ones only.
/// </summary>
public static class CommentText
{
    /// <summary>Nobody has more to say in one comment.</summary>
    public const int MaxCommands = 20;

    /// <summary>In characters: beyond this, a paragraph is read down to the first sign that may begin something other than text.</summary>
    private const int LongParagraph = 2_000;

    /// <summary>In characters: nobody quotes or lists deeper than this, and it costs the square of the depth.</summary>
    private const int DeepestNesting = 100;

    /// <summary>Each may begin what goes on in further lines: code, HTML, emphasis, a link or an image.</summary>
    private static readonly SearchValues<char> InlineSigns = SearchValues.Create("`<*_[");

    /// <summary>What may open a quote or a list inside another, all on one line.</summary>
    private static readonly SearchValues<char> NestingSigns = SearchValues.Create("> \t-+*.)0123456789");

    private static readonly MarkdownPipeline Inlines = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    private static readonly MarkdownPipeline Blocks = BlocksOnly();

    /// <summary>Reads the commands of a comment, at most <see cref="MaxCommands"/> of them.</summary>
    public static CommandLines ReadCommands(string body)
    {
        // Most comments hold none, and parsing costs.
        if (!HasSlashLine(body))
            return CommandLines.None;
        MarkdownDocument document;
        try
        {
            body = WithoutDepth(body);
            document = Markdown.Parse(body, Blocks);
        }
        catch (ArgumentException)
        {
            // Markdig's guard against nesting without end: nobody writes a command that way.
            return CommandLines.None;
        }

        var commands = new List<CommandLine>();
        var hasMore = false;
        // A line of hyphens below makes a heading of a paragraph: so does the mark of a signature in a reply by mail.
        foreach (var text in Paragraphs(document).Select(paragraph => WholeLines(body, paragraph.Span)).Where(HasSlashLine))
        {
            if (commands.Count > MaxCommands)
                break;
            if (text.Length <= LongParagraph)
                commands.AddRange(ReadShort(text));
            else
                hasMore |= !ReadLong(text, commands);
        }

        return new CommandLines([.. commands.Take(MaxCommands)], hasMore || commands.Count > MaxCommands);
    }

    private static bool HasSlashLine(string text) => text.StartsWith('/') || text.Contains("\n/", StringComparison.Ordinal);

    /// <summary>The same text with the signs at the start of a line cut where there are too many: inside a hundred quotes is as good as inside a thousand.</summary>
    private static string WithoutDepth(string body)
    {
        var text = new StringBuilder(body.Length);
        for (var start = 0; start < body.Length;)
        {
            var next = NextLine(body, start);
            var line = body.AsSpan(start, next - start);
            var signs = line.IndexOfAnyExcept(NestingSigns);
            if (signs < 0)
                signs = line.Length;
            text.Append(line[..Math.Min(signs, DeepestNesting)]).Append(line[signs..]);
            start = next;
        }

        return text.ToString();
    }

    private static IEnumerable<LeafBlock> Paragraphs(MarkdownDocument document) => document.OfType<LeafBlock>().Where(block => block is ParagraphBlock or HeadingBlock { IsSetext: true });

    private static string WholeLines(string body, SourceSpan span)
    {
        var start = span.Start == 0 ? 0 : body.LastIndexOf('\n', span.Start - 1) + 1;
        return body[start..Math.Min(span.End + 1, body.Length)];
    }

    /// <summary>Only text directly in the paragraph counts; a code span, a link or HTML is another kind of inline.</summary>
    private static IEnumerable<CommandLine> ReadShort(string text)
    {
        foreach (var literal in Paragraphs(Markdown.Parse(text, Inlines)).SelectMany(paragraph => paragraph.Inline?.OfType<LiteralInline>() ?? []))
        {
            if (ReadLine(text, literal.Span.Start) is { } command)
                yield return command;
        }
    }

    /// <summary>Reads what stands above every sign, and so is text for certain; false when a line below looks like a command.</summary>
    private static bool ReadLong(string text, List<CommandLine> commands)
    {
        var sign = text.AsSpan().IndexOfAny(InlineSigns);
        for (var start = 0; start < text.Length; start = NextLine(text, start))
        {
            if (ReadLine(text, start) is not { } command)
                continue;
            if (sign >= 0 && start > sign)
                return false;
            commands.Add(command);
        }

        return true;
    }

    private static int NextLine(string text, int start) => text.IndexOf('\n', start) is var end and >= 0 ? end + 1 : text.Length;

    private static CommandLine? ReadLine(string body, int start)
    {
        if (start >= body.Length || body[start] != '/' || start > 0 && body[start - 1] != '\n')
            return null;
        var end = body.IndexOfAny(['\r', '\n'], start);
        var line = body[(start + 1)..(end < 0 ? body.Length : end)];
        var split = line.IndexOfAny([' ', '\t']);
        var name = split < 0 ? line : line[..split];
        return name.Length > 0 && name.All(char.IsAsciiLetter) ? new CommandLine(name.ToLowerInvariant(), split < 0 ? "" : line[split..].Trim()) : null;
    }

    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LiteralInlineParser());
        return builder.Build();
    }
}
