using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.Values;

/// <summary>A title that is a question: whether yes or no makes the item done stays open.</summary>
public sealed class TitleIsAQuestion : Rule
{
    /// <summary>What can stand behind the mark of a question.</summary>
    private const string Closing = " \t!.)]\"'\u2019\u201D";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG7003", "title-is-a-question", DiagnosticSeverity.Warning, "A title asks instead of saying what is to be done.");

    public override RulePage Page => new(
        "The title of an item that ends in a question mark, of any script, also before a bracket or a quotation mark.",
        "An item is done when something has been done. A question is answered either way, and a no would be signed off like a yes.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Is the scope confirmed?, owners: zev }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - { id: "1.1", title: Confirm the scope., owners: zev }
        """);

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        if (item.Title is { } title && title.Value.AsSpan().TrimEnd(Closing) is [.., '?' or '\uFF1F' or '\u061F'])
            context.Report(this, title.Span, $"The title of {item.Name()} is a question; say what is to be done.");
    };
}
