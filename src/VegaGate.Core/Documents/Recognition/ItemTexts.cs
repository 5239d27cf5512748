using System.Text.RegularExpressions;
using VegaGate.Documents.Reading;

namespace VegaGate.Documents.Recognition;

/// <summary>Takes out of an item's text what is not its title: number, owner, day.</summary>
internal sealed partial class ItemTexts(Cast cast, LineLedger ledger)
{
    private const int TimeoutMilliseconds = 1_000;
    private const int LongestTitle = 1_000;

    /// <summary>Reads the text of an item.</summary>
    /// <param name="takesNumber">Whether a number at the beginning is the item's own.</param>
    public ItemDraft Read(int line, string markdown, bool takesNumber, int depth = 0)
    {
        var text = markdown.Trim();
        var item = new ItemDraft(line, "") { Depth = depth };
        if (takesNumber && Words.SplitNumber(text.TrimStart('*', '_')) is (string number, var rest))
        {
            item.Number = number;
            text = text.StartsWith("**", StringComparison.Ordinal) ? "**" + rest : rest;
        }

        text = TakeNamed(item, text);
        text = TakeMentions(item, text);
        SetTitle(item, text);
        return item;
    }

    /// <summary>Sets the title; further lines of the cell become notes.</summary>
    private static void SetTitle(ItemDraft item, string markdown)
    {
        var lines = InlineText.Read(markdown).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        item.Title = lines.Length == 0 ? "" : lines[0].Length > LongestTitle ? lines[0][..LongestTitle] : lines[0];
        if (lines.Length > 0 && lines[0].Length > LongestTitle)
            item.Notes.Add(lines[0]);
        if (lines.Length > 1)
            item.Notes.Add(string.Join('\n', lines[1..]));
    }

    public void SetDue(ItemDraft item, string text)
    {
        text = InlineText.ReadLine(text);
        if (IsBlank(text))
            return;
        if (Words.Date(text) is { } date)
        {
            item.Due = Words.Iso(date);
            return;
        }

        item.Notes.Add($"Due: {text}");
        ledger.Report(DocumentDiagnostics.GuessedValue, item.Line, $"When this is due ({Quote.Line(text)}) is no date that means one day only; it stands in the notes.");
    }

    /// <summary>Whether a cell says that there is nothing to say.</summary>
    public static bool IsBlank(string text) => text.Trim().Trim('_', '.', '-', '–', '—', ' ', '\u2026').Length == 0 || Words.Bare(text) is "N A" or "TBD" or "NONE";

    /// <summary>(Owner: x), (due: x), **Owner**: x at the end.</summary>
    private string TakeNamed(ItemDraft item, string text)
    {
        for (var match = Named().Match(text); match.Success; match = Named().Match(text))
        {
            var value = match.Groups["value"].Value.Trim().Trim('*').Trim();
            if (match.Groups["name"].Value.StartsWith("due", StringComparison.OrdinalIgnoreCase) || match.Groups["name"].Value.StartsWith("dead", StringComparison.OrdinalIgnoreCase))
                SetDue(item, value);
            else
                item.Owners.AddRange(cast.Read(value).Where(slug => !item.Owners.Contains(slug, StringComparer.Ordinal)));
            text = $"{text[..match.Index].TrimEnd()} {text[(match.Index + match.Length)..].TrimStart()}".Trim();
        }

        return text;
    }

    /// <summary>@name at the beginning, at the end, or in brackets; in the middle of a sentence it is somebody whom the sentence speaks of.</summary>
    private string TakeMentions(ItemDraft item, string text)
    {
        var match = Mentions().Match(text);
        if (!match.Success)
            return text;
        foreach (Match name in Mention().Matches(match.Value))
        {
            if (cast.Find(name.Value) is { } slug && !item.Owners.Contains(slug, StringComparer.Ordinal))
                item.Owners.Add(slug);
        }

        ledger.Report(DocumentDiagnostics.GuessedOwner, item.Line, $"{Quote.Line(match.Value.Trim())} was taken for the owner.");
        return (text[..match.Index].TrimEnd() + " " + text[(match.Index + match.Length)..].TrimStart()).Trim().TrimEnd('-', '–', '—', ':').Trim();
    }

    [GeneratedRegex(@"[\[(]\s*\**(?<name>owner|owners|owned by|assignee|assigned to|responsible|dri|due|due date|deadline)\**\s*:?\**\s*:?\s+(?<value>[^()\[\]]{1,80}?)\s*[\])]|(?:^|[\s;,—–-])\s*\*\*(?<name>owner|owners|assignee|responsible|due|due date)\**\s*:\**\s*(?<value>[^*]{1,80})$|\s[—–-]{1,2}\s*(?<name>owner|owners|assignee|responsible|due)\s*:\s*(?<value>[^—–]{1,80})$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeoutMilliseconds)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?![\w/.-])[,\s:]*)+|[\[(]\s*(?:@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?![\w/.])[,\s/&]*)+[\])]|(?:(?<=\s)@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?![\w/.])[,\s/&]*)+$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Mentions();

    [GeneratedRegex(@"@[A-Za-z0-9][A-Za-z0-9-]{0,38}", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Mention();
}

/// <summary>A text of the document inside a message.</summary>
internal static class Quote
{
    private const int Longest = 60;

    public static string Line(string text) => $"\"{(text.Length > Longest ? text[..Longest].TrimEnd() + "…" : text).Replace('\n', ' ')}\"";
}
