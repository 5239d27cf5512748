using VegaGate.Checklists;
using VegaGate.Diagnostics;

namespace VegaGate.Rules.PassConditions;

/// <summary>A pass condition that repeats the title: it says what is to be done, and not how one sees that it is.</summary>
public sealed class PassRepeatsTitle : Rule
{
    private const string Ignored = " \t\r\n`";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5004", "pass-repeats-title", DiagnosticSeverity.Warning, "A pass condition says no more than the title.");

    public override RulePage Page => new(
        "A `pass` that is the same text as the `title`, but for case, blanks, backticks and marks at its end.",
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

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        if (item is { Title: { } title, Pass: { } pass } && Repeats(title.Value, pass))
            context.Report(this, item.PassPlace, $"The pass condition of {item.Name()} repeats its title; say how one sees that it is done.");
    };

    /// <summary>Compares letter by letter, past what does not count; most texts differ in the first.</summary>
    private static bool Repeats(string title, string pass)
    {
        var x = Strip(title);
        var y = Strip(pass);
        while (true)
        {
            x = x.TrimStart(Ignored);
            y = y.TrimStart(Ignored);
            if (x.IsEmpty || y.IsEmpty)
                return x.IsEmpty && y.IsEmpty;
            if (char.ToUpperInvariant(x[0]) != char.ToUpperInvariant(y[0]))
                return false;
            x = x[1..];
            y = y[1..];
        }
    }

    private static ReadOnlySpan<char> Strip(string text) => text.AsSpan().TrimEnd(".!:; \t\r\n`");
}
