using VegaGate.Diagnostics;

namespace VegaGate.Rules.PassConditions;

/// <summary>A pass condition that repeats the title: it says what is to be done, and not how one sees that it is.</summary>
public sealed class PassRepeatsTitle : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5004", "pass-repeats-title", DiagnosticSeverity.Warning, "A pass condition says no more than the title.");

    public override RulePage Page => new(
        "A `pass` that is the same text as the `title`, but for case, blanks and marks at its end.",
        "Who signs the item off learns nothing from it, and each owner may take something else for done.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                pass: confirm the scope
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm the scope.
                owners: zev
                pass: The client agrees what is live on day one.
        """);

    public override void Check(RuleContext context)
    {
        foreach (var item in context.Checklist.Items)
        {
            if (item is { Title: { } title, Pass: { } pass } && Strip(title.Value).Equals(Strip(pass), StringComparison.OrdinalIgnoreCase))
                context.Report(this, item.PassPlace, $"The pass condition of {item.Name()} repeats its title; say how one sees that it is done.");
        }
    }

    private static ReadOnlySpan<char> Strip(string text) => text.AsSpan().Trim().TrimEnd(".!:; ");
}
