using System.Collections.Immutable;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Gate;
using VegaGate.Syntax;

namespace VegaGate.Rules;

/// <summary>Everything that can be found, so that what speaks of a finding by its name can be checked.</summary>
public static class DescriptorCatalog
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = Of(RuleCatalog.All);

    /// <summary>Everything that a run of some rules can find, in the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Of(ImmutableArray<Rule> rules) =>
    [
        .. SyntaxDiagnostics.All
            .Append(Validator.NotAChecklist)
            .Concat(rules.Select(rule => rule.Descriptor))
            .Append(RecordedSignOffs.NotBorneOut)
            .Append(ConfigurationBinder.InvalidConfiguration)
            .Concat(ValidatorDiagnostics.All)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];
}
