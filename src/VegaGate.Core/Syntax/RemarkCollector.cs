using System.Collections.Immutable;
using VegaGate.Text;

namespace VegaGate.Syntax;

/// <summary>Keeps the comments that speak to this program. It is shown only places where a number sign can begin nothing but a comment.</summary>
internal sealed class RemarkCollector(string text)
{
    private const string Name = "vegagate:";

    private ImmutableArray<YamlComment>.Builder? _found;

    public ImmutableArray<YamlComment> Found => _found is null ? [] : _found.ToImmutable();

    /// <summary>Looks at what stands between two tokens, or behind the sign of a block scalar.</summary>
    public void Collect(TextSpan between)
    {
        for (var at = between.Start; at < between.End;)
        {
            var found = text.AsSpan(at, between.End - at).IndexOf('#');
            if (found < 0)
                return;
            at += found;
            var end = text.IndexOf('\n', at) is var line and >= 0 ? line : text.Length;
            if (at == 0 || TextLayout.Blanks.Contains(text[at - 1], StringComparison.Ordinal))
                Keep(at, text.AsSpan(at, end - at).TrimEnd(TextLayout.Blanks));
            at = end;
        }
    }

    private void Keep(int start, ReadOnlySpan<char> comment)
    {
        if (comment[1..].TrimStart(TextLayout.Blanks).StartsWith(Name, StringComparison.Ordinal))
            (_found ??= ImmutableArray.CreateBuilder<YamlComment>()).Add(new YamlComment(new TextSpan(start, comment.Length)));
    }
}
