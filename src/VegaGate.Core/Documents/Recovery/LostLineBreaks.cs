using System.Text.RegularExpressions;

namespace VegaGate.Documents.Recovery;

/// <summary>Puts the line breaks back into a document that has lost all of them: before headings, rows, rules and list entries.</summary>
internal static partial class LostLineBreaks
{
    private const int TimeoutMilliseconds = 5_000;
    private const int ShortestFlattened = 120;

    /// <summary>Whether a document looks as if it had more lines once.</summary>
    public static bool Are(string text)
    {
        var body = text.AsSpan().Trim();
        return body.Length >= ShortestFlattened && !body.Contains('\n') && (DelimiterRow().IsMatch(text) || Marks().Count(text) > 1);
    }

    /// <summary>Where lines begin, in rising order; the first is 0.</summary>
    public static List<int> FindLineStarts(string text)
    {
        var starts = new SortedSet<int> { 0 };
        var rows = new List<(int Start, int End)>();
        foreach (Match delimiter in DelimiterRow().Matches(text))
            AddTable(text, delimiter, starts, rows);
        foreach (Match mark in Marks().Matches(text))
        {
            var at = mark.Groups["mark"].Index;
            if (rows.Exists(row => at > row.Start && at < row.End) || IsInCode(text, at))
                continue;
            starts.Add(at);
            if (mark.Groups["rule"].Success)
                starts.Add(mark.Groups["rule"].Index + mark.Groups["rule"].Length + 1);
        }

        // A heading of the whole document ran into its first sentence: a sentence begins with a capital after a small letter.
        if (text.StartsWith("# ", StringComparison.Ordinal) && TitleEnd().Match(text) is { Success: true } title && title.Groups["next"].Index < starts.Skip(1).DefaultIfEmpty(text.Length).First())
            starts.Add(title.Groups["next"].Index);

        // So did the last entry of a list of links.
        foreach (Match link in LinkEnd().Matches(text))
            starts.Add(link.Groups["next"].Index);
        starts.RemoveWhere(start => start >= text.Length);
        return [.. starts];
    }

    /// <summary>The rows of a table each have as many cells as the row of hyphens has.</summary>
    private static void AddTable(string text, Match delimiter, SortedSet<int> starts, List<(int Start, int End)> rows)
    {
        var pipes = delimiter.Value.Count(c => c == '|');
        var header = delimiter.Index;
        for (var left = pipes; left > 0 && header > 0;)
        {
            header--;
            if (text[header] == '|' && (header == 0 || text[header - 1] != '\\'))
                left--;
        }

        var from = header;
        starts.Add(header);
        starts.Add(delimiter.Index);
        var at = delimiter.Index + delimiter.Length;
        while (true)
        {
            while (at < text.Length && text[at] == ' ')
                at++;
            if (at >= text.Length || text[at] != '|')
                break;
            starts.Add(at);
            for (var left = pipes; left > 0 && at < text.Length; at++)
            {
                if (text[at] == '|' && text[at - 1] != '\\')
                    left--;
            }
        }

        rows.Add((from, at));
        starts.Add(at);
    }

    private static bool IsInCode(string text, int at)
    {
        var from = text.LastIndexOf('\n', at) + 1;
        return text.AsSpan(from, at - from).Count('`') % 2 == 1;
    }

    [GeneratedRegex(@"\|(?:\s*:?-{2,}:?\s*\|)+", RegexOptions.None, TimeoutMilliseconds)]
    private static partial Regex DelimiterRow();

    [GeneratedRegex(@"(?<= )(?<mark>#{1,6} |(?<rule>-{3})(?= )|[-*] \[|\d{1,3}\. \*\*|\*\*[A-Z][^*]{1,40}\*\*:)", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^# (?:\S+ )+?\S*[a-z] (?<next>[A-Z][a-z]+ [a-z])", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex TitleEnd();

    [GeneratedRegex(@"- \[[^\]]+\]\([^)]+\) (?<next>[A-Z])", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex LinkEnd();
}
