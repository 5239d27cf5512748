using System.Collections.Immutable;

namespace VegaGate.Format;

/// <summary>What may stand as a value. Binding, checking, the JSON Schema and the reference page are all made from these.</summary>
/// <param name="Expected">What a message says was expected, for example "a date such as 2026-12-31".</param>
public abstract record ValueFormat(string Expected);

/// <summary>What a YAML reader makes of an unquoted value of a kind.</summary>
public enum ScalarKind
{
    Text,
    Integer,
    Boolean,
}

/// <summary>
/// A single value whose text is accepted or not. The properties say the same in what a JSON Schema can express; a test holds both against each other.
/// </summary>
public sealed record ScalarFormat(string Expected, Func<string, bool> Accepts) : ValueFormat(Expected)
{
    /// <summary>What a schema calls the kind, where several keys share it; null where it is written out.</summary>
    public string? Name { get; init; }

    public ScalarKind Kind { get; init; }

    /// <summary>A regular expression of ECMA-262 for the whole text, without anchors; null where every text but none will do.</summary>
    public string? Pattern { get; init; }

    /// <summary>In characters; null without a limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The least and the greatest of an integer.</summary>
    public long Minimum { get; init; } = 1;

    public long Maximum { get; init; } = long.MaxValue;

    /// <summary>The words, where only these are accepted; beside an integer, the words that may stand instead of it.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];
}

/// <summary>A list. Where a list of one is common, the one may stand alone.</summary>
public sealed record ListFormat(ValueFormat Item, bool AcceptsSingle = false)
    : ValueFormat(AcceptsSingle ? $"{Item.Expected}, or a list of them" : $"a list, each entry being {Item.Expected}")
{
    /// <summary>Whether a schema says that no entry may come twice; a rule says where.</summary>
    public bool IsUnique { get; init; }

    /// <summary>Whether a schema says that there must be an entry; a rule says why.</summary>
    public bool IsFilled { get; init; }
}

/// <summary>A mapping whose keys are known.</summary>
/// <param name="Name">What such a mapping is called in messages, for example "item".</param>
public sealed record MappingFormat(string Name, ImmutableArray<KeyFormat> Keys) : ValueFormat($"a mapping ({Name})")
{
    /// <summary>Keys of which at least one must be there; empty where each stands for itself. For a schema, beside a rule.</summary>
    public ImmutableArray<KeyFormat> AnyOf { get; init; } = [];

    /// <summary>Lists of which one must be there; null where there is none such. For a schema, beside rules.</summary>
    public AlternativeLists? Alternatives { get; init; }

    public KeyFormat? Find(string key)
    {
        foreach (var candidate in Keys)
        {
            if (candidate.Name == key)
                return candidate;
        }

        return null;
    }
}

/// <summary>Lists of mappings, of which one is there and not two, and has an entry that holds something.</summary>
/// <param name="Holds">The key of an entry at which it holds a list.</param>
public sealed record AlternativeLists(ImmutableArray<KeyFormat> Lists, KeyFormat Holds);

/// <summary>A mapping whose keys are names that the file gives.</summary>
public sealed record NamedFormat(string Expected, ScalarFormat Name, ValueFormat Value) : ValueFormat(Expected);

/// <summary>A single value, or a mapping or list instead of it.</summary>
public sealed record EitherFormat(ScalarFormat Scalar, ValueFormat Other) : ValueFormat($"{Scalar.Expected}, or {Other.Expected}");

/// <summary>Whatever is read elsewhere, such as the parameters of a probe.</summary>
public sealed record AnyFormat() : ValueFormat("a value");

/// <summary>One key of a mapping.</summary>
/// <param name="Summary">One sentence for the reference page and the editor.</param>
public sealed record KeyFormat(string Name, ValueFormat Value, string Summary)
{
    public bool IsRequired { get; init; }

    public static KeyFormat Required(string name, ValueFormat value, string summary) => new(name, value, summary) { IsRequired = true };

    public static KeyFormat Optional(string name, ValueFormat value, string summary) => new(name, value, summary);
}
