using System.Text.RegularExpressions;
using VegaGate.Checklists;

namespace VegaGate.Documents.Recognition;

/// <summary>A box to tick at the beginning of a text.</summary>
/// <param name="Text">What stands behind it.</param>
/// <param name="IsMalformed">Whether it is not written as Markdown writes one.</param>
internal sealed partial record Box(ItemStatus Status, string Text, bool IsMalformed)
{
    private const int TimeoutMilliseconds = 1_000;

    public static Box? Read(string text)
    {
        if (text.Length == 0 || text[0] is not ('[' or '-' or '*' or '+' or '(' or '\\' or '{' or '<') && text[0] < '\u2000')
            return null;
        var match = Written().Match(text);
        if (match.Success)
        {
            var mark = match.Groups["mark"].Value.Trim();
            var isPlain = match.Groups["open"].Value == "[" && match.Groups["close"].Value == "]" && match.Groups["mark"].Value is " " or "x" or "X";
            return new Box(StatusOf(mark), text[match.Length..].Trim(), !isPlain || match.Groups["open"].Value != "[" || match.Groups["close"].Value != "]");
        }

        var sign = Sign().Match(text);
        return sign.Success ? new Box(Words.Status(sign.Groups["sign"].Value) ?? ItemStatus.Todo, text[sign.Length..].Trim(), false) : null;
    }

    private static ItemStatus StatusOf(string mark) => mark switch
    {
        "" or "_" => ItemStatus.Todo,
        "-" or "/" or "~" or "." => ItemStatus.InProgress,
        "!" => ItemStatus.Blocked,
        _ => ItemStatus.Done,
    };

    [GeneratedRegex(@"^(?:[-*+]\s+)?\\?(?<open>[\[({])(?<mark>[ \t_]?|[xX✓✔√/~.!-]|\s[xX✓✔]|[xX✓✔]\s)\\?(?<close>[\])}])(?:\s+|$|(?=\*\*))", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?<sign>☐|□|⬜|🔲|☑|☒|✅|✔|✓|❌|◻|▢)\uFE0F?(?:\s+|$)", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Sign();
}
