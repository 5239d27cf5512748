using System.Collections.Immutable;
using System.Text;
using VegaGate.Checklists;

namespace VegaGate.Gate.Blocking;

/// <summary>What a filed form says, as far as it is one of the list: null for what it leaves open or what the list does not know. It is a stranger's text, and proves nothing.</summary>
/// <param name="Item">As it was written.</param>
/// <param name="Reason">On one line.</param>
public sealed record BlockerReportText(string? Item, string? Class, Severity? Severity, Section? Phase, string Reason)
{
    private const string Heading = "### ";

    /// <summary>What GitHub writes for a field that was left empty.</summary>
    private const string NoAnswer = "_No response_";

    /// <summary>In characters: as much of an answer as anybody reads in a list.</summary>
    private const int MaxAnswer = 1_000;

    /// <summary>Reads an issue's title and body against the form of a list. GitHub writes each field as a heading with the answer below; what stands under others is not read.</summary>
    public static BlockerReportText Read(string title, string body, Checklist checklist)
    {
        var fields = BlockerForm.Of(checklist);
        var answers = ReadAnswers(body, [.. fields.Select(field => field.Label)]);
        var text = fields.FirstOrDefault(field => field.Kind == FormFieldKind.Reason) is { } reason ? answers.GetValueOrDefault(reason.Label) : null;
        return new BlockerReportText(
            Answer(FormFieldKind.Item)?.Trim('`'),
            Answer(FormFieldKind.Class) is { } kind ? BlockerWords.ClassOf(kind, checklist.Escalation?.Classes ?? []) : null,
            Answer(FormFieldKind.Severity) is { } severity ? Severities.Parse(severity) : null,
            Answer(FormFieldKind.Phase) is { } phase ? BlockerForm.PhaseOf(phase, checklist) : null,
            OneLine(text ?? title));

        string? Answer(FormFieldKind kind) => fields.FirstOrDefault(field => field.Kind == kind) is { } field && answers.GetValueOrDefault(field.Label) is { } answer ? OneLine(answer) : null;
    }

    /// <summary>The first answer under each label.</summary>
    private static Dictionary<string, string> ReadAnswers(string body, ImmutableArray<string> labels)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        string? label = null;
        var answer = new StringBuilder();
        foreach (var line in body.Split('\n').Select(line => line.TrimEnd('\r')).Append(Heading))
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal) && (line == Heading || labels.Contains(line[Heading.Length..].Trim(), StringComparer.Ordinal)))
            {
                if (label is not null && answer.ToString().Trim() is { Length: > 0 } said && said != NoAnswer)
                    answers.TryAdd(label, said);
                label = line[Heading.Length..].Trim();
                answer.Clear();
            }
            else if (answer.Length <= MaxAnswer)
            {
                answer.Append(line.AsSpan(0, Math.Min(line.Length, 2 * MaxAnswer))).Append('\n');
            }
        }

        return answers;
    }

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxAnswer ? line : line[..(char.IsHighSurrogate(line[MaxAnswer - 1]) ? MaxAnswer - 1 : MaxAnswer)] + "…";
    }
}
