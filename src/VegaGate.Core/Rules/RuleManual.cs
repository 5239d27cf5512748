using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Rules.Pages;

namespace VegaGate.Rules;

/// <summary>What there is to know about one id.</summary>
public sealed record ManualEntry(DiagnosticDescriptor Descriptor, RulePage Page)
{
    public string Category => DiagnosticCategory.Of(Descriptor.Id).Title;

    /// <summary>One word: how safe the fix is, or "none".</summary>
    public string FixSafety => Page.Fix is null ? "none" : Page.FixSafety == FixApplicability.Safe ? "safe" : "unsafe";
}

/// <summary>The pages of everything that can be reported: by the rules, the reader, and the validator itself.</summary>
public static class RuleManual
{
    /// <summary>All pages in the order of their ids, made anew.</summary>
    public static ImmutableArray<ManualEntry> Read() =>
    [
        .. YamlPages.All
            .Concat(CharacterPages.All)
            .Concat(LimitPages.All)
            .Concat(ValidatorPages.All)
            .Concat(SuppressionPages.All)
            .Concat(RecordPages.All)
            .Concat(RuleCatalog.All.Select(rule => new ManualEntry(rule.Descriptor, rule.Page)))
            .OrderBy(entry => entry.Descriptor.Id, StringComparer.Ordinal),
    ];
}
