using System.Collections.Immutable;
using System.Text;
using VegaGate.Text;

namespace VegaGate.Tests;

/// <summary>A text whose places are marked as in <c>id: [|a|]</c>: the marks are taken out and become spans, in the order of the text.</summary>
internal sealed record Markup(string Text, ImmutableArray<TextSpan> Spans)
{
    private const string Open = "[|";
    private const string Close = "|]";

    /// <summary>The only span.</summary>
    public TextSpan Span => Spans.Single();

    public static Markup Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var at = 0; ;)
        {
            var open = marked.IndexOf(Open, at, StringComparison.Ordinal);
            if (open < 0)
                return new Markup(text.Append(marked, at, marked.Length - at).ToString(), spans.ToImmutable());
            var close = marked.IndexOf(Close, open, StringComparison.Ordinal);
            if (close < 0)
                throw new ArgumentException($"A mark is not closed in: {marked}", nameof(marked));

            text.Append(marked, at, open - at);
            var inside = marked[(open + Open.Length)..close];
            spans.Add(new TextSpan(text.Length, inside.Length));
            text.Append(inside);
            at = close + Close.Length;
        }
    }
}
