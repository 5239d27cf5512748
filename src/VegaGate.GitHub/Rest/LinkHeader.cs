namespace VegaGate.GitHub.Rest;

/// <summary>Reads the header by which GitHub names the next page, for example <c>&lt;https://…?page=2&gt;; rel="next"</c>.</summary>
internal static class LinkHeader
{
    /// <summary>The address of the link whose relation is <c>next</c>, or null.</summary>
    public static string? Next(string? header)
    {
        var at = 0;
        while (header is not null && at < header.Length)
        {
            var open = header.IndexOf('<', at);
            var close = open < 0 ? -1 : header.IndexOf('>', open);
            if (close < 0)
                return null;
            var end = EndOfLink(header, close + 1);
            if (IsNext(header[(close + 1)..end]))
                return header[(open + 1)..close].Trim();
            at = end + 1;
        }

        return null;
    }

    private static int EndOfLink(string header, int at)
    {
        var isQuoted = false;
        for (; at < header.Length && (isQuoted || header[at] != ','); at++)
            isQuoted ^= header[at] == '"';
        return at;
    }

    private static bool IsNext(string parameters) => parameters.Split(';', StringSplitOptions.TrimEntries)
        .Select(parameter => parameter.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(pair => pair.Length == 2 && pair[0].Equals("rel", StringComparison.OrdinalIgnoreCase))
        .SelectMany(pair => pair[1].Trim('"').Split(' '))
        .Contains("next", StringComparer.OrdinalIgnoreCase);
}
