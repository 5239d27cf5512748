using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Parsers;
using Markdig.Syntax;

namespace VegaGate.Documents.Reading;

/// <summary>
/// Reads the blocks of a Markdown document. Inlines are left to <see cref="InlineText"/>, for the texts that hold any. Tables are read from the lines of a
/// paragraph, since the rows of real documents lack cells and hold pipes in code.
/// </summary>
public static class MarkdownBlocks
{
    private const int MostLevels = 60;

    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    /// <summary>The blocks in their order, or null where the nesting has no end.</summary>
    public static ImmutableArray<DocumentBlock>? Read(string text)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }

        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        Add(document, blocks, text, 0);
        return blocks.DrainToImmutable();
    }

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        builder.BlockParsers.Insert(0, new YamlFrontMatterParser());
        // The lines are wanted as they stand.
        foreach (var parser in builder.BlockParsers)
            parser.Closed += KeepLines;
        return builder.Build();
    }

    private static void KeepLines(BlockProcessor processor, Block block)
    {
        if (block is LeafBlock leaf)
            leaf.ProcessInlines = false;
    }

    private static void Add(ContainerBlock container, ImmutableArray<DocumentBlock>.Builder blocks, string text, int level)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock { Lines.Count: 0 } heading:
                    // Underlined, or empty.
                    blocks.Add(new Heading(heading.Line, heading.Level, text.Substring(heading.Span.Start, heading.Span.Length).Split('\n')[0].Trim().TrimStart('#').Trim()));
                    break;
                case HeadingBlock heading:
                    blocks.Add(new Heading(heading.Line, heading.Level, string.Join(' ', LinesOf(heading).Select(line => line.Text.Trim()))));
                    break;
                case ThematicBreakBlock:
                    blocks.Add(new Rule(block.Line));
                    break;
                case ParagraphBlock paragraph:
                    TableReader.Split(LinesOf(paragraph), blocks);
                    break;
                case ListBlock list when level < MostLevels:
                    blocks.Add(new EntryList(list.Line, list.IsOrdered, [.. list.OfType<ListItemBlock>().Select(item => EntryOf(item, list.IsOrdered, text, level))]));
                    break;
                case YamlFrontMatterBlock front:
                    blocks.Add(new OtherText(front.Line, LinesOf(front)));
                    break;
                case CodeBlock code:
                    blocks.Add(new CodeText(code.Line, LastLineOf(code, text), LinesOf(code)));
                    break;
                case LeafBlock leaf when leaf.Lines.Count > 0:
                    blocks.Add(new OtherText(leaf.Line, LinesOf(leaf)));
                    break;
                case ContainerBlock inner when level < MostLevels && inner is not LinkReferenceDefinitionGroup:
                    Add(inner, blocks, text, level + 1);
                    break;
            }
        }
    }

    private static ListEntry EntryOf(ListItemBlock item, bool isOrdered, string text, int level)
    {
        var inner = ImmutableArray.CreateBuilder<DocumentBlock>();
        Add(item, inner, text, level + 1);
        var first = inner.Count > 0 ? inner[0] as Paragraph : null;
        if (first is not null)
            inner.RemoveAt(0);
        return new ListEntry(item.Line, isOrdered ? item.Order : null, first?.Lines ?? [], inner.DrainToImmutable());
    }

    private static ImmutableArray<TextLine> LinesOf(LeafBlock block)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>(block.Lines.Count);
        for (var at = 0; at < block.Lines.Count; at++)
        {
            var line = block.Lines.Lines[at];
            lines.Add(new TextLine(line.Line, line.Slice.ToString()));
        }

        return lines.MoveToImmutable();
    }

    private static int LastLineOf(CodeBlock code, string text)
    {
        var last = code.Lines.Count > 0 ? code.Lines.Lines[code.Lines.Count - 1].Line : code.Line;
        if (code is not FencedCodeBlock fenced)
            return last;
        return fenced.ClosingFencedCharCount > 0 && fenced.Span.End < text.Length ? last + 1 : last;
    }
}
