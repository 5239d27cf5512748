using System.Text;

namespace VegaGate.Text;

/// <summary>Something in a text that looks like a secret.</summary>
/// <param name="Kind">What it looks like, for example "a GitHub token".</param>
public sealed record FoundSecret(TextSpan Span, string Kind);

/// <summary>
/// The shapes that secrets have: tokens of GitHub, GitLab, npm, Slack, Stripe, Google, Anthropic, OpenAI and SendGrid, signed web tokens, access keys of AWS, passwords
/// in web addresses, and the first lines of private keys. All are ASCII. Of what stands in for one in documentation, none is a secret: one character repeated, the keys
/// that AWS shows, and addresses of hosts that are kept for examples.
/// </summary>
public static class SecretText
{
    /// <summary>RFC 2606 keeps them for documentation and tests.</summary>
    private static readonly string[] ExampleHosts = ["example", "test", "invalid", "example.com", "example.org", "example.net"];

    /// <summary>Every secret, in the order of the text.</summary>
    public static IEnumerable<FoundSecret> FindIn(string text)
    {
        for (var found = FindNext(text, 0); found is not null; found = FindNext(text, found.Span.End))
            yield return found;
    }

    /// <summary>The text with an asterisk for each character of a secret: what is printed is read by more people than the file.</summary>
    public static string Mask(string text)
    {
        StringBuilder? masked = null;
        foreach (var secret in FindIn(text))
        {
            masked ??= new StringBuilder(text);
            for (var at = secret.Span.Start; at < secret.Span.End; at++)
                masked[at] = '*';
        }

        return masked?.ToString() ?? text;
    }

    /// <summary>
    /// Every shape has one of a few characters at a place of its own. They are looked for, since they are rare: nearly every letter of a text lies behind them in
    /// ASCII, and is passed over with one comparison.
    /// </summary>
    private static FoundSecret? FindNext(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var c = text[at];
            if (c > '_' || c is not ('_' or '-' or 'A' or 'G' or 'J' or '@'))
                continue;
            var found = c switch
            {
                '_' => FindAt(text, from, at - "ghp".Length) ?? FindAt(text, from, at - "github".Length) ?? FindAt(text, from, at - "sk".Length),
                '-' => FindAt(text, from, at - "glpat".Length) ?? FindAt(text, from, at - "xoxb".Length) ?? FindAt(text, from, at - "sk".Length) ?? FindAt(text, from, at),
                'G' => FindAt(text, from, at - "S".Length),
                'J' => FindAt(text, from, at - "ey".Length),
                '@' => FindPassword(text, from, at),
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
        ['s', 'k', '-', 'a', 'n', 't', '-', ..] => Token(text, 7, 20, "_-", "an Anthropic key"),
        ['s', 'k', '-', 'p', 'r', 'o', 'j', '-', ..] => Token(text, 8, 20, "_-", "an OpenAI key"),
        ['s', 'k', '-', ..] => Token(text, 3, 40, "", "an OpenAI key"),
        ['S', 'G', '.', ..] => Parts(text, 3, [22, 43], "a SendGrid key"),
        ['e', 'y', 'J', ..] => WebToken(text),
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
        return end - prefix >= least && !IsRepeated(text[prefix..end]) ? new Shape(end, kind) : null;
    }

    /// <summary>Parts of letters, digits, hyphens and underscores with a dot between them, each of at least a length.</summary>
    private static Shape? Parts(ReadOnlySpan<char> text, int prefix, ReadOnlySpan<int> lengths, string kind)
    {
        var end = prefix;
        foreach (var length in lengths)
        {
            if (end > prefix && (end == text.Length || text[end++] != '.'))
                return null;
            var start = end;
            while (end < text.Length && (IsWord(text[end]) || text[end] == '-'))
                end++;
            if (end - start < length)
                return null;
        }

        return IsRepeated(text[prefix..end]) ? null : new Shape(end, kind);
    }

    /// <summary>Two JSON objects and a signature, each in base64.</summary>
    private static Shape? WebToken(ReadOnlySpan<char> text)
    {
        // A bound, so that a run of such beginnings is not looked through from each of them.
        const int MaxHeader = 512;
        var dot = text[..Math.Min(text.Length, MaxHeader)].IndexOf('.');
        return dot >= 0 && text[(dot + 1)..].StartsWith("eyJ", StringComparison.Ordinal) ? Parts(text, 0, [10, 10, 20], "a signed web token") : null;
    }

    /// <summary>The user and the password before the host of a web address.</summary>
    private static FoundSecret? FindPassword(string text, int from, int at)
    {
        const int MaxLength = 512;
        var start = at;
        while (start > from && at - start < MaxLength && IsUserInfo(text[start - 1]))
            start--;
        var before = text.AsSpan(0, start);
        if (!before.EndsWith("https://", StringComparison.OrdinalIgnoreCase) && !before.EndsWith("http://", StringComparison.OrdinalIgnoreCase))
            return null;
        var span = new TextSpan(start, at - start);
        var user = text.AsSpan(start, span.Length);
        var colon = user.IndexOf(':');
        var password = colon < 0 ? [] : user[(colon + 1)..];
        return password.IsEmpty || IsRepeated(password) || IsExampleHost(text.AsSpan(at + 1)) ? null : new FoundSecret(span, "a password in an address");
    }

    /// <summary>What stands for something else, such as a variable of a shell, is not among them.</summary>
    private static bool IsUserInfo(char c) => IsWord(c) || c is ':' or '-' or '.' or '~' or '!' or '&' or '+' or ',' or ';' or '=' or '%';

    /// <summary>Whether an address begins with a host that cannot be anybody's, or with none.</summary>
    private static bool IsExampleHost(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && (IsWord(rest[end]) || rest[end] is '-' or '.'))
            end++;
        var host = rest[..end].TrimEnd('.');
        if (host.IsEmpty || host is "localhost" || host.StartsWith("127.", StringComparison.Ordinal))
            return true;
        foreach (var name in ExampleHosts)
        {
            if (host.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (host.Length == name.Length || host[host.Length - name.Length - 1] == '.'))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is one character over and over, but for what parts it.</summary>
    private static bool IsRepeated(ReadOnlySpan<char> text)
    {
        var first = text.TrimStart("_-.") is [var letter, ..] ? letter : '-';
        foreach (var c in text)
        {
            if (c != first && c is not ('_' or '-' or '.'))
                return false;
        }

        return true;
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

        return text[..Length].EndsWith("EXAMPLE", StringComparison.Ordinal) || IsRepeated(text[4..Length]) ? null : new Shape(Length, "an AWS access key");
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
