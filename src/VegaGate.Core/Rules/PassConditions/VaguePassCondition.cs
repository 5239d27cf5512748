using VegaGate.Diagnostics;

namespace VegaGate.Rules.PassConditions;

/// <summary>A pass condition that trails off: what it takes to pass stays open.</summary>
public sealed class VaguePassCondition : Rule
{
    private static readonly string[] Endings = ["etc", "et cetera", "and so on", "and so forth", "…", "..."];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5005", "vague-pass-condition", DiagnosticSeverity.Warning, "A pass condition leaves open what belongs to it.");

    public override RulePage Page => new(
        "A `pass` that ends in `etc.`, `and so on`, `and so forth`, `...` or `…`.",
        "What the rest is, everybody fills in for themselves. The item is signed off for less than was meant.",
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
                pass: "Chat, mail, etc. are agreed, and so on."
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
                pass: "Chat, mail and telephone are agreed."
        """);

    public override void Check(RuleContext context)
    {
        foreach (var item in context.Checklist.Items)
        {
            if (item.Pass is { } pass && EndingOf(pass) is { } ending)
                context.Report(this, item.PassPlace, $"The pass condition of {item.Name()} ends in `{ending}` and leaves open what belongs to it; name it all.");
        }
    }

    private static string? EndingOf(string pass)
    {
        var text = pass.AsSpan().TrimEnd();
        foreach (var ending in Endings)
        {
            var end = char.IsAsciiLetter(ending[0]) ? text.TrimEnd(".)!") : text.TrimEnd(")!");
            if (end.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && (!char.IsAsciiLetter(ending[0]) || end.Length == ending.Length || !char.IsLetterOrDigit(end[^(ending.Length + 1)])))
                return ending;
        }

        return null;
    }
}
