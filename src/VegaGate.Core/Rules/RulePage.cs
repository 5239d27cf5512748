namespace VegaGate.Rules;

/// <summary>The manual page of a rule. Its examples are run as tests: the bad one raises exactly this rule, the good one nothing.</summary>
/// <param name="What">What the rule finds, in a sentence or two.</param>
/// <param name="Why">Why that is bad: what happens to a release.</param>
/// <param name="Bad">A whole checklist that has the fault, as short as can be.</param>
/// <param name="Good">The same without it; where there is a fix, exactly what the fix makes of the bad one.</param>
/// <param name="Fix">What the fix does and why it is safe, or not; null where there is none.</param>
public sealed record RulePage(string What, string Why, string Bad, string Good, string? Fix = null);
