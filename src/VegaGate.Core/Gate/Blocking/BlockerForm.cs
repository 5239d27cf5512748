using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Gate.Blocking;

/// <summary>What a field of a report is to us.</summary>
public enum FormFieldKind
{
    /// <summary>For people only.</summary>
    Text,

    /// <summary>The id of the item that is blocked.</summary>
    Item,

    /// <summary>One of the list's classes.</summary>
    Class,

    Severity,

    /// <summary>The phase or section.</summary>
    Phase,

    /// <summary>What is wrong.</summary>
    Reason,
}

/// <summary>A field of the form for a report.</summary>
/// <param name="Part">The heading of its part.</param>
/// <param name="Label">Unique in the form.</param>
/// <param name="Options">What can be chosen; empty for a text.</param>
/// <param name="IsLong">Whether the text may have several lines.</param>
public sealed record FormField(FormFieldKind Kind, string Part, string Label, string? Hint, ImmutableArray<string> Options, bool IsLong)
{
    public bool IsRequired => Kind == FormFieldKind.Reason;
}

/// <summary>
/// The form by which somebody reports a blocker of a list: the fields of the list's own template, and those without which a report cannot be linked. What is written as a
/// form and what is read from a filed one both follow from it.
/// </summary>
public static class BlockerForm
{
    /// <summary>A hint of so many words asks for a line, a longer one for a paragraph.</summary>
    private const int WordsOfLine = 2;

    private const string OwnPart = "What is blocked";

    private static readonly (FormFieldKind Kind, string[] Names)[] Known =
    [
        (FormFieldKind.Item, ["Item"]),
        (FormFieldKind.Class, ["Class", "Blocker class"]),
        (FormFieldKind.Severity, ["Severity"]),
        (FormFieldKind.Phase, ["Phase", "Phase affected", "Affected phase", "Section"]),
        (FormFieldKind.Reason, ["Description"]),
    ];

    /// <summary>The fields in their order.</summary>
    public static ImmutableArray<FormField> Of(Checklist checklist)
    {
        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<FormFieldKind>();
        var asked = (checklist.Escalation?.Report?.Sections ?? [])
            .SelectMany(part => part.Fields.Where(field => labels.Add(field.Name)).Select(field => Make(KindOf(field.Name), part.Title, field.Name, field.Hint))).ToImmutableArray();
        var own = Known.Where(known => !asked.Any(field => field.Kind == known.Kind)).Select(known => Make(known.Kind, OwnPart, LabelOf(known), null));
        return [.. own.Concat(asked).Where(field => field.Kind != FormFieldKind.Class || !field.Options.IsEmpty)];

        string LabelOf((FormFieldKind Kind, string[] Names) known) => known.Kind == FormFieldKind.Phase && !checklist.HasPhases ? "Section" : known.Names[0];

        // A field of a kind that is there already is for people only.
        FormFieldKind KindOf(string name) => Known.FirstOrDefault(known => known.Names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)) is { Names: not null } known && seen.Add(known.Kind) ? known.Kind : FormFieldKind.Text;

        FormField Make(FormFieldKind kind, string part, string label, string? hint) => new(
            kind,
            part,
            label,
            hint ?? HintOf(kind, checklist),
            kind switch
            {
                FormFieldKind.Severity => [.. Enum.GetValues<Severity>().Select(severity => severity.ToWord())],
                FormFieldKind.Class => checklist.Escalation?.Classes ?? [],
                FormFieldKind.Phase => [.. checklist.Sections.Select(OptionOf)],
                _ => [],
            },
            kind == FormFieldKind.Reason || kind == FormFieldKind.Text && !(hint?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= WordsOfLine));
    }

    /// <summary>The phase that an option means; null when there is none (any more).</summary>
    public static Section? PhaseOf(string option, Checklist checklist) =>
        checklist.Sections.FirstOrDefault(section => OptionOf(section) == option) ?? checklist.Sections.FirstOrDefault(section => option.EndsWith($"({section.Id?.Value})", StringComparison.Ordinal));

    private static string OptionOf(Section section) => $"{section.Title} ({section.Id?.Value})";

    private static string? HintOf(FormFieldKind kind, Checklist checklist) => kind switch
    {
        FormFieldKind.Item => $"The id of the item, such as {checklist.Items.FirstOrDefault()?.Id?.Value}",
        FormFieldKind.Reason => "What cannot go on, and why",
        _ => null,
    };
}
