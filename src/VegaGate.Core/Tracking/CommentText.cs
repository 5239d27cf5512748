using System.Collections.Immutable;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace VegaGate.Tracking;

/// <summary>A line of a comment that begins with a slash and a word.</summary>
/// <param name="Name">The word in lower case, without the slash.</param>
/// <param name="Argument">The rest of the line, without blanks at its ends.</param>
public sealed record CommandLine(string Name, string Argument);

/// <summary>Finds the lines of a comment that its author wrote as commands: not those in quotes, code or HTML.</summary>
public static class CommentText
{
    /// <summary>More in one comment are ignored: nobody has that much to say.</summary>
    private const int MaxCommands = 20;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    public static ImmutableArray<CommandLine> ReadCommands(string body)
    {
        // Most comments hold none, and parsing costs.
        if (!body.StartsWith('/') && !body.Contains("\n/", StringComparison.Ordinal))
            return [];
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(body, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's guard against nesting without end: nobody writes a command that way.
            return [];
        }

        var commands = ImmutableArray.CreateBuilder<CommandLine>();
        // A line of hyphens below makes a heading of a paragraph: so does the mark of a signature in a reply by mail.
        foreach (var paragraph in document.OfType<LeafBlock>().Where(block => block is ParagraphBlock or HeadingBlock { IsSetext: true }))
        {
            // Only text directly in the paragraph counts; a code span, a link or HTML is another kind of inline.
            foreach (var literal in paragraph.Inline?.OfType<LiteralInline>() ?? [])
            {
                if (ReadLine(body, literal.Span.Start) is { } command && commands.Count < MaxCommands)
                    commands.Add(command);
            }
        }

        return commands.ToImmutable();
    }

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
}
