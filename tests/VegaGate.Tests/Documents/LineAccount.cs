using System.Text.RegularExpressions;
using VegaGate.Documents;

namespace VegaGate.Tests.Documents;

/// <summary>Nothing is lost in silence: each line is taken or said to be left, and what a taken line says is in the list or in a notice.</summary>
internal static partial class LineAccount
{
    private const int Milliseconds = 1_000;

    /// <summary>What says where a text stands, and not what it says: names of columns, keys, parts, statuses and files.</summary>
    private static readonly HashSet<string> Frame = new(StringComparer.OrdinalIgnoreCase)
    {
        "item", "task", "check", "owner", "status", "pass", "condition", "evidence", "notes", "due", "date", "details", "field", "legend", "purpose", "project", "last", "updated", "section", "phase", "not", "started", "complete",
        "objective", "responsibilities", "overview", "deployment", "workflow", "phases", "handoff", "criteria", "point", "from", "artifacts", "escalation", "procedures", "blocker", "blockers", "reporting", "system", "critical", "path", "level", "template",
        "tracking", "matrix", "responsible", "team", "key", "validation", "checklist", "pre", "post", "preparation", "execution", "follow", "communication", "protocol", "updates", "frequency", "daily", "format", "use", "channels", "recipients", "both",
        "teams", "meetings", "optional", "require", "can", "formal", "duration", "minutes", "maximum", "agenda", "documentation", "success", "smooth", "indicators", "metrics", "change", "log", "version", "changes", "author", "related", "docs",
        "document", "prepared", "immediate", "within", "hour", "hours", "and", "other", "during", "active", "meeting", "the", "unresolved", "name", "about", "title", "done",
    };

    public static void ShouldHold(ImportResult result)
    {
        var said = Text(result.Yaml + string.Join('\n', result.Findings.Where(finding => finding.Descriptor.Id != "VG9004").Select(finding => finding.Message)));
        for (var line = 0; line < result.Source.Text.Split('\n').Length; line++)
        {
            if (result.Lines.Left.Contains(line))
                continue;
            var text = result.Source.GetLine(line + 1);
            foreach (var word in Words().Matches(text).Select(match => match.Value).Where(word => !Frame.Contains(word)))
                said.Should().Contain(word.ToUpperInvariant(), "line {0} was taken: {1}", line + 1, text);
        }
    }

    private static string Text(string text) => text.ToUpperInvariant();

    [GeneratedRegex("(?<![A-Za-z\\u0080-\\uFFFF])[A-Za-z]{3,}(?![A-Za-z\\u0080-\\uFFFF])", RegexOptions.None, Milliseconds)]
    private static partial Regex Words();
}
