using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using VegaGate.Documents.Reading;
using VegaGate.Syntax;

namespace VegaGate.Documents.Writing;

/// <summary>The form for a blocker report as a document shows it, in a block of code: a title, parts, and in each part fields with a hint in brackets.</summary>
/// <param name="Lines">Those that were read.</param>
internal sealed partial record ReportForm(YamlMapping Report, ImmutableArray<int> Lines)
{
    private const int TimeoutMilliseconds = 1_000;
    private const string Fence = "```";

    /// <summary>The form in a block of code; null where the block holds none.</summary>
    public static ReportForm? Read(CodeText code)
    {
        if (!code.Lines.Any(line => Field().IsMatch(line.Text)))
            return null;
        var (sections, fields, lines) = (new List<YamlNode>(), new List<YamlNode>(), new List<int>());
        string? title = null;
        string? part = null;
        foreach (var line in code.Lines)
        {
            var heading = Heading().Match(line.Text);
            var field = Field().Match(line.Text);
            if (heading.Success && heading.Groups["level"].Length == 1 && title is null)
                title = heading.Groups["text"].Value;
            else if (heading.Success)
                BeginPart(heading.Groups["text"].Value);
            else if (field.Success && part is not null)
                fields.Add(new MappingBuilder().Add("name", field.Groups["name"].Value.Trim()).Add("hint", field.Groups["hint"].Value.Trim()).Build());
            else
                continue;
            lines.Add(line.Line);
        }

        BeginPart(null);
        return new ReportForm(new MappingBuilder().Add("title", title ?? "Blocker report").Add("sections", YamlText.Of(sections)).Build(), [.. lines]) { HasFields = sections.Count > 0 };

        void BeginPart(string? next)
        {
            if (part is not null && fields.Count > 0)
                sections.Add(new MappingBuilder().Add("title", part).Add("fields", YamlText.Of(fields)).Build());
            fields.Clear();
            part = next;
        }
    }

    public bool HasFields { get; private init; }

    /// <summary>Writes a report in the one shape. What it cannot hold does not read back.</summary>
    public static string Write(YamlMapping report)
    {
        var text = new StringBuilder($"{Fence}\n# {MarkdownDocumentWriter.TextOf(report, "title")}\n");
        foreach (var section in MarkdownDocumentWriter.Mappings(report.Find("sections")?.Value))
        {
            text.Append("\n## ").Append(MarkdownDocumentWriter.TextOf(section, "title")).Append('\n');
            foreach (var field in MarkdownDocumentWriter.Mappings(section.Find("fields")?.Value))
                text.Append("- **").Append(MarkdownDocumentWriter.TextOf(field, "name")).Append("**:").Append(field.Find("hint") is null ? "" : $" [{MarkdownDocumentWriter.TextOf(field, "hint")}]").Append('\n');
        }

        return text.Append(Fence).Append('\n').ToString();
    }

    [GeneratedRegex(@"^\s*(?<level>#{1,6})\s+(?<text>.+?)\s*$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*[-*]\s+(?:\*\*)?(?<name>[^*:]{1,80}?)(?:\*\*)?\s*:(?:\*\*)?\s*(?:\[(?<hint>.*)\])?\s*$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Field();
}
