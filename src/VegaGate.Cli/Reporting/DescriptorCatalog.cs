using System.Collections.Immutable;
using VegaGate.Cli.Checklists;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Cli.Reporting;

/// <summary>Every kind of finding that the program knows, from the reader to the rules, in the order of their ids.</summary>
public static class DescriptorCatalog
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. SyntaxDiagnostics.All
            .Append(ChecklistFiles.Unreadable)
            .Append(Validator.NotAChecklist)
            .Concat(RuleCatalog.All.Select(rule => rule.Descriptor))
            .Append(ConfigurationBinder.InvalidConfiguration)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];
}
