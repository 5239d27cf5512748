using VegaGate.Text;

namespace VegaGate.Format;

/// <summary>A place where a document departs from its format.</summary>
/// <param name="Span">The offending token itself; for a missing key the first key of its mapping.</param>
public abstract record FormatFinding(TextSpan Span)
{
    /// <summary>A key that the mapping does not know.</summary>
    public sealed record UnknownKey(TextSpan Span, string Key, MappingFormat Mapping) : FormatFinding(Span);

    /// <summary>A required key that is not there.</summary>
    public sealed record MissingKey(TextSpan Span, KeyFormat Key, MappingFormat Mapping) : FormatFinding(Span);

    /// <summary>A list where a text is expected, and so on.</summary>
    /// <param name="Name">The key at which the value stands.</param>
    /// <param name="Found">What stands there, for example "a list".</param>
    public sealed record WrongType(TextSpan Span, string Name, ValueFormat Format, string Found) : FormatFinding(Span);

    /// <summary>A known key, its colon and its value without a space between them, as in <c>id:8.1</c>: for YAML that is one piece of text.</summary>
    /// <param name="Mapping">What the text was to be, or to belong to.</param>
    public sealed record MissingSpace(TextSpan Span, KeyFormat Key, MappingFormat Mapping) : FormatFinding(Span);

    /// <summary>A single value that its kind does not accept.</summary>
    public sealed record InvalidValue(TextSpan Span, string Name, ScalarFormat Format, string Value) : FormatFinding(Span);
}
