using System.Net;
using System.Text.RegularExpressions;
using Markdig;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// A body, comment or summary as a reader sees it. GitHub looks for mentions, references and addresses in the text of the rendered page outside code, so that
/// is where this looks.
/// </summary>
internal static partial class RenderedMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseTaskLists().UseFootnotes().Build();

    private static readonly Dictionary<string, Regex> Active = new(StringComparer.Ordinal)
    {
        ["a mention"] = Mention(),
        ["a reference to an issue"] = Reference(),
        ["a commit id"] = Commit(),
        ["an address"] = AddressText(),
    };

    /// <summary>What stands in it that we did not mean: elements that are none of ours, and text that GitHub would act on.</summary>
    /// <param name="ours">Where our own links lead.</param>
    public static IEnumerable<string> Surprises(string markdown, Uri ours)
    {
        var html = Comment().Replace(Markdown.ToHtml(markdown, Pipeline), "");
        foreach (Match tag in Tag().Matches(html))
        {
            if (!OurTag().IsMatch(tag.Value) && !tag.Value.StartsWith($"<a href=\"{ours}", StringComparison.Ordinal))
                yield return $"the element {tag.Value}";
        }

        // A blank in the place of an element: the text on its two sides is in two nodes.
        var text = WebUtility.HtmlDecode(Tag().Replace(Code().Replace(html, "\n"), "\n"));
        foreach (var (name, pattern) in Active)
        {
            if (pattern.Match(text) is { Success: true } found)
                yield return $"{name}: {text[Math.Max(0, found.Index - 40)..Math.Min(text.Length, found.Index + 60)]}";
        }
    }

    [GeneratedRegex("<!-- vegagate .*?-->|<!-- vegagate:[a-z]+[^>]*-->", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex("</?[A-Za-z!?][^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("^(</?(p|h[1-3]|table|thead|tbody|tr|t[hd]|ul|li|strong|code|details|summary)>|</a>|<br />)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OurTag();

    [GeneratedRegex("<code[^>]*>.*?</code>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex("(^|[^A-Za-z0-9_`])@[A-Za-z0-9]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Mention();

    [GeneratedRegex("#[0-9]|GH-[0-9]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();

    [GeneratedRegex("(^|[^0-9A-Za-z])[0-9a-f]{7,40}([^0-9A-Za-z]|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Commit();

    [GeneratedRegex(@"[a-z]+://|www\.[a-z]|mailto:", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AddressText();
}
