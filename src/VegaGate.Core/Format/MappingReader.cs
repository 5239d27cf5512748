using System.Collections.Immutable;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Format;

/// <summary>
/// A value and where it stands. A class on purpose: the framework's compiled collections serve every class, and would be compiled anew at start for a struct.
/// </summary>
public sealed record Located<T>(T Value, TextSpan Span);

/// <summary>
/// Reads a mapping by the keys of its format. What is missing or of the wrong kind reads as absent: <see cref="FormatChecker"/> has reported it.
/// </summary>
public sealed record MappingReader(YamlMapping Mapping)
{
    public static MappingReader? From(YamlNode? node) => node is YamlMapping mapping ? new MappingReader(mapping) : null;

    public TextSpan Span => Mapping.Span;

    public YamlNode? Node(KeyFormat key) => Mapping.Find(key.Name)?.Value;

    public Located<string>? Text(KeyFormat key) => Scalar(key, ScalarOf(key.Value), value => value);

    public Located<DateOnly>? Date(KeyFormat key) => Scalar(key, Scalars.Date, value => Scalars.ParseDate(value)!.Value);

    public Located<DateTimeOffset>? Instant(KeyFormat key) => Scalar(key, Scalars.Instant, value => Scalars.ParseInstant(value)!.Value);

    public Located<TimeSpan>? Duration(KeyFormat key) => Scalar(key, Scalars.Duration, value => Scalars.ParseDuration(value)!.Value);

    public Located<long>? Integer(KeyFormat key) => Scalar(key, Scalars.PositiveInteger, value => Scalars.ParsePositive(value)!.Value);

    public Located<bool>? Boolean(KeyFormat key) => Scalar(key, Scalars.Boolean, value => value is "true");

    /// <summary>The texts of a list, or the one that stands alone.</summary>
    public ImmutableArray<Located<string>> Texts(KeyFormat key)
    {
        var texts = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var node in Nodes(key))
        {
            if (node is YamlScalar { IsNull: false } scalar)
                texts.Add(new Located<string>(scalar.Value, scalar.Span));
        }

        return texts.ToImmutable();
    }

    public MappingReader? Child(KeyFormat key) => From(Node(key));

    /// <summary>The mappings of a list.</summary>
    public ImmutableArray<MappingReader> Children(KeyFormat key) => [.. Nodes(key).OfType<YamlMapping>().Select(mapping => new MappingReader(mapping))];

    /// <summary>The entries of a mapping whose keys are names.</summary>
    public ImmutableArray<YamlEntry> Entries(KeyFormat key) => Node(key) is YamlMapping mapping ? mapping.Entries : [];

    private static ScalarFormat ScalarOf(ValueFormat format) => format switch
    {
        ScalarFormat scalar => scalar,
        EitherFormat either => either.Scalar,
        _ => throw new InvalidOperationException("The key holds no single value."),
    };

    private Located<T>? Scalar<T>(KeyFormat key, ScalarFormat format, Func<string, T> read) =>
        Node(key) is YamlScalar { IsNull: false } scalar && format.Accepts(scalar.Value) ? new Located<T>(read(scalar.Value), scalar.Span) : null;

    private ImmutableArray<YamlNode> Nodes(KeyFormat key) => Node(key) switch
    {
        null => [],
        YamlSequence sequence => sequence.Items,
        var single => [single],
    };
}
