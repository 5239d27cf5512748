using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace VegaGate.Tests.Text;

/// <summary>Markdown as a reader of an issue sees it, by a second implementation of what GitHub renders.</summary>
internal sealed partial class RenderedMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseTaskLists().UseFootnotes().UseMathematics().UseAlertBlocks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    public RenderedMarkdown(string markdown)
    {
        Html = Markdown.ToHtml(markdown, Pipeline);
        var all = new StringBuilder();
        var outside = new StringBuilder();
        var depth = 0;
        foreach (var piece in Pieces().Matches(Html).Select(match => match.Value))
        {
            if (piece.StartsWith('<'))
            {
                var name = TagName().Match(piece).Value;
                Tags.Add(name);
                depth += name is not ("code" or "pre") ? 0 : piece[1] == '/' ? -1 : 1;
                outside.Append('\u0001');
                continue;
            }

            all.Append(WebUtility.HtmlDecode(piece));
            if (depth == 0)
                outside.Append(WebUtility.HtmlDecode(piece));
        }

        Text = all.ToString().Trim();
        OutsideCode = outside.ToString();
    }

    public string Html { get; }

    /// <summary>Names of the elements.</summary>
    public SortedSet<string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>What is read.</summary>
    public string Text { get; }

    /// <summary>Where GitHub looks for mentions and references; U+0001 stands between text nodes.</summary>
    public string OutsideCode { get; }

    /// <summary>Whether GitHub would mention somebody, refer to something, or link an address.</summary>
    public bool IsActive => Active().IsMatch(OutsideCode);

    [GeneratedRegex("<[^>]*>|[^<]+")]
    private static partial Regex Pieces();

    [GeneratedRegex("(?<=^</?)[a-z0-9]+|!--")]
    private static partial Regex TagName();

    [GeneratedRegex(@"[@＠]\w|[#＃]\d|gh-\d|://|www\.|mailto:|xmpp:|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Active();
}
