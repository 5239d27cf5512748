using System.Collections.Immutable;
using VegaGate.Text;

namespace VegaGate.Diagnostics;

/// <summary>Another place that a finding speaks of, such as the first of two duplicates.</summary>
public sealed record RelatedPlace(SourceText Source, TextSpan Span, string Message);

/// <summary>One finding at one place. A value from end to end: nothing that a user can cause is an exception.</summary>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceText Source, TextSpan Span, string Message)
{
    public DiagnosticSeverity Severity { get; init; } = Descriptor.Severity;

    public CodeFix? Fix { get; init; }

    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>By path, place, and id, so that the same findings always come in the same order.</summary>
    public static int Compare(Diagnostic x, Diagnostic y)
    {
        var order = ReferenceEquals(x.Source, y.Source) ? 0 : string.CompareOrdinal(x.Source.Path, y.Source.Path);
        if (order == 0)
            order = x.Span.CompareTo(y.Span);
        if (order == 0)
            order = string.CompareOrdinal(x.Descriptor.Id, y.Descriptor.Id);
        return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
    }
}
