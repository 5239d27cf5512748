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

    public Located<string>? Text(KeyFormat key) =>
        Node(key) is YamlScalar { IsNull: false } scalar && ScalarOf(key.Value).Accepts(scalar.Value) ? new Located<string>(scalar.Value, scalar.Span) : null;

    public DateOnly? Date(KeyFormat key) => Text(key) is { } text ? Scalars.ParseDate(text.Value) : null;

    public DateTimeOffset? Instant(KeyFormat key) => Text(key) is { } text ? Scalars.ParseInstant(text.Value) : null;

    public TimeSpan? Duration(KeyFormat key) => Text(key) is { } text ? Scalars.ParseDuration(text.Value) : null;

    public long? Integer(KeyFormat key) => Text(key) is { } text ? Scalars.ParsePositive(text.Value) : null;

    public bool? Boolean(KeyFormat key) => Text(key) is { } text ? text.Value is "true" : null;

    /// <summary>The texts of a list, or the one that stands alone.</summary>
    public ImmutableArray<Located<string>> Texts(KeyFormat key)
    {
        var nodes = Nodes(key);
        if (nodes.IsEmpty)
            return [];
        var texts = ImmutableArray.CreateBuilder<Located<string>>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is YamlScalar { IsNull: false } scalar)
                texts.Add(new Located<string>(scalar.Value, scalar.Span));
        }

        return texts.DrainToImmutable();
    }

    public MappingReader? Child(KeyFormat key) => From(Node(key));

    /// <summary>The mappings of a list.</summary>
    public ImmutableArray<MappingReader> Children(KeyFormat key)
    {
        var nodes = Nodes(key);
        if (nodes.IsEmpty)
            return [];
        var children = ImmutableArray.CreateBuilder<MappingReader>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is YamlMapping mapping)
                children.Add(new MappingReader(mapping));
        }

        return children.DrainToImmutable();
    }

    /// <summary>The entries of a mapping whose keys are names.</summary>
    public ImmutableArray<YamlEntry> Entries(KeyFormat key) => Node(key) is YamlMapping mapping ? mapping.Entries : [];

    private static ScalarFormat ScalarOf(ValueFormat format) => format switch
    {
        ScalarFormat scalar => scalar,
        EitherFormat either => either.Scalar,
        _ => throw new InvalidOperationException("The key holds no single value."),
    };

    private ImmutableArray<YamlNode> Nodes(KeyFormat key) => Node(key) switch
    {
        null => [],
        YamlSequence sequence => sequence.Items,
        var single => [single],
    };
}
