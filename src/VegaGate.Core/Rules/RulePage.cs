using VegaGate.Diagnostics;

namespace VegaGate.Rules;

/// <summary>
/// The manual page of a rule. Its examples are run as tests: the bad one raises exactly this rule, the good one nothing. What cannot be seen, or is too long
/// to print, stands in them between angle brackets: <c>&lt;U+2028&gt;</c> is a character, <c>&lt;0xF4&gt;</c> a byte, <c>&lt;65 times [&gt;</c> a repetition, in which
/// <c>{n}</c> counts, and each on a line of its own where it stands alone on one. A line <c># file: PATH</c> begins each of several files.
/// </summary>
/// <param name="What">What the rule finds, in a sentence or two.</param>
/// <param name="Why">Why that is bad: what happens to a release.</param>
/// <param name="Bad">A whole checklist that has the fault, as short as can be.</param>
/// <param name="Good">The same without it; where there is a fix, exactly what the fix makes of the bad one.</param>
/// <param name="Fix">What the fix does and why it is safe, or not; null where there is none.</param>
public sealed record RulePage(string What, string Why, string Bad, string Good, string? Fix = null)
{
    /// <summary>How safe the fix is, where there is one.</summary>
    public FixApplicability FixSafety { get; init; } = FixApplicability.Safe;

    /// <summary>Explains the angle brackets to those who see the examples as text; null where there are none.</summary>
    public string? Notation => Holds("<U+") || Holds("<0x") || Holds(" times ")
        ? "Text between angle brackets stands for the character, the byte or the repetition that it names."
        : null;

    private bool Holds(string notation) => Bad.Contains(notation, StringComparison.Ordinal) || Good.Contains(notation, StringComparison.Ordinal);
}
