namespace VegaGate.Text;

/// <summary>Something in a text that looks like a secret.</summary>
/// <param name="Kind">What it looks like, for example "a GitHub token".</param>
public sealed record FoundSecret(TextSpan Span, string Kind);

/// <summary>The shapes that secrets have: tokens of GitHub, GitLab, npm, Slack, Stripe and Google, access keys of AWS, and the first lines of private keys. All are ASCII.</summary>
public static class SecretText
{
    /// <summary>Every secret, in the order of the text.</summary>
    public static IEnumerable<FoundSecret> FindIn(string text)
    {
        for (var found = FindNext(text, 0); found is not null; found = FindNext(text, found.Span.End))
            yield return found;
    }

    /// <summary>
    /// Every shape has an underscore, a hyphen or a capital A at a place of its own. They are looked for, since they are rare: nearly every letter of a text lies
    /// behind them in ASCII, and is passed over with one comparison.
    /// </summary>
    private static FoundSecret? FindNext(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var c = text[at];
            if (c > '_' || c is not ('_' or '-' or 'A'))
                continue;
            var found = c switch
            {
                '_' => FindAt(text, from, at - "ghp".Length) ?? FindAt(text, from, at - "github".Length) ?? FindAt(text, from, at - "sk".Length),
                '-' => FindAt(text, from, at - "glpat".Length) ?? FindAt(text, from, at - "xoxb".Length) ?? FindAt(text, from, at),
                _ => FindAt(text, from, at),
            };
            if (found is not null)
                return found;
        }

        return null;
    }

    private static FoundSecret? FindAt(string text, int from, int start) =>
        start >= from && (start == 0 || !IsWord(text[start - 1])) && Find(text.AsSpan(start)) is { } shape ? new FoundSecret(new TextSpan(start, shape.Length), shape.Kind) : null;

    private static Shape? Find(ReadOnlySpan<char> text) => text switch
    {
        ['g', 'h', 'p' or 'o' or 'u' or 's' or 'r', '_', ..] => Token(text, 4, 36, "", "a GitHub token"),
        ['g', 'i', 't', 'h', 'u', 'b', '_', 'p', 'a', 't', '_', ..] => Token(text, 11, 22, "_", "a GitHub token"),
        ['g', 'l', 'p', 'a', 't', '-', ..] => Token(text, 6, 20, "_-", "a GitLab token"),
        ['n', 'p', 'm', '_', ..] => Token(text, 4, 36, "", "an npm token"),
        ['x', 'o', 'x', 'a' or 'b' or 'e' or 'p' or 'r' or 's', '-', ..] => Token(text, 5, 10, "-", "a Slack token"),
        ['s' or 'r', 'k', '_', 'l', 'i', 'v', 'e', '_', ..] => Token(text, 8, 16, "", "a Stripe key"),
        ['A', 'K' or 'S', 'I', 'A', ..] => AccessKey(text),
        ['A', 'I', 'z', 'a', ..] => Token(text, 4, 35, "_-", "a Google key"),
        ['-', '-', '-', '-', '-', 'B', 'E', 'G', 'I', 'N', ' ', ..] => PrivateKey(text),
        _ => null,
    };

    private static Shape? Token(ReadOnlySpan<char> text, int prefix, int least, string others, string kind)
    {
        var end = prefix;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || others.Contains(text[end], StringComparison.Ordinal)))
            end++;
        return end - prefix >= least ? new Shape(end, kind) : null;
    }

    /// <summary>Four letters and sixteen more, neither fewer nor more.</summary>
    private static Shape? AccessKey(ReadOnlySpan<char> text)
    {
        const int Length = 20;
        if (text.Length < Length || text.Length > Length && IsWord(text[Length]))
            return null;
        foreach (var c in text[..Length])
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c))
                return null;
        }

        return new Shape(Length, "an AWS access key");
    }

    private static Shape? PrivateKey(ReadOnlySpan<char> text)
    {
        const string End = "PRIVATE KEY-----";
        const int MaxLine = 80;
        var line = text[..Math.Min(text.Length, MaxLine)];
        if (line.IndexOf('\n') is var end and >= 0)
            line = line[..end];
        var found = line.IndexOf(End, StringComparison.Ordinal);
        return found < 0 ? null : new Shape(found + End.Length, "a private key");
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private sealed record Shape(int Length, string Kind);
}
