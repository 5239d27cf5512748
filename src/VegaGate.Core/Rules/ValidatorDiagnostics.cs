using System.Collections.Immutable;
using VegaGate.Diagnostics;

namespace VegaGate.Rules;

/// <summary>What the validator itself has to say: of suppressions, and of rules that fail.</summary>
public static class ValidatorDiagnostics
{
    public static DiagnosticDescriptor UnexplainedSuppression { get; } = new(
        "VG8002", "unexplained-suppression", DiagnosticSeverity.Error, "A suppression does not say what it is for and why, and so suppresses nothing.");

    public static DiagnosticDescriptor UnusedSuppression { get; } = new(
        "VG8003", "unused-suppression", DiagnosticSeverity.Warning, "A suppression has nothing to suppress.");

    public static DiagnosticDescriptor ExpiredSuppression { get; } = new(
        "VG8004", "expired-suppression", DiagnosticSeverity.Warning, "The last day of a suppression has passed, and it suppresses nothing any more.");

    public static DiagnosticDescriptor UnknownRuleInSuppression { get; } = new(
        "VG8005", "unknown-rule-in-suppression", DiagnosticSeverity.Warning, "A suppression names a rule that does not exist.");

    public static DiagnosticDescriptor RuleFailed { get; } = new(
        "VG8006", "rule-failed", DiagnosticSeverity.Error, "A rule failed, and what it would have found is not known.");

    public static DiagnosticDescriptor FixedRuleInSuppression { get; } = new(
        "VG8007", "fixed-rule-in-suppression", DiagnosticSeverity.Warning, "A suppression names a rule whose errors cannot be suppressed.");

    /// <summary>In the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [UnexplainedSuppression, UnusedSuppression, ExpiredSuppression, UnknownRuleInSuppression, RuleFailed, FixedRuleInSuppression];
}
