using System.Collections.Immutable;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Documents.Writing;

/// <summary>Makes the nodes that <see cref="YamlWriter"/> writes. None of them has a place.</summary>
public static class YamlText
{
    /// <summary>A text, which is quoted only where it must be.</summary>
    public static YamlScalar Of(string text) => new(text, ScalarStyle.DoubleQuoted, default);

    public static YamlSequence None { get; } = new([], default);

    /// <summary>A number or a truth value.</summary>
    public static YamlScalar Plain(string word) => new(word, ScalarStyle.Plain, default);

    public static YamlSequence Of(IEnumerable<string> texts) => new([.. texts.Select(Of)], default);

    public static YamlSequence Of(IEnumerable<YamlNode> nodes) => new([.. nodes], default);
}

/// <summary>Gathers the entries of a mapping; what is absent or empty is not written.</summary>
public sealed class MappingBuilder
{
    private readonly ImmutableArray<YamlEntry>.Builder _entries = ImmutableArray.CreateBuilder<YamlEntry>();

    public bool IsEmpty => _entries.Count == 0;

    public MappingBuilder Add(KeyFormat key, string? text) => Add(key.Name, text);

    public MappingBuilder Add(string key, string? text) => Add(key, string.IsNullOrEmpty(text) ? null : YamlText.Of(text));

    public MappingBuilder Add(string key, bool value) => Add(key, YamlText.Plain(value ? "true" : "false"));

    public MappingBuilder Add(KeyFormat key, IReadOnlyCollection<string> texts) => Add(key.Name, texts);

    public MappingBuilder Add(string key, IReadOnlyCollection<string> texts) => Add(key, texts.Count == 0 ? null : YamlText.Of(texts));

    public MappingBuilder Add(string key, MappingBuilder inner) => Add(key, inner.IsEmpty ? null : inner.Build());

    public MappingBuilder Add(string key, YamlNode? value)
    {
        if (value is not null and not YamlSequence { Items.IsEmpty: true })
            _entries.Add(new YamlEntry(YamlText.Of(key), value));
        return this;
    }

    /// <summary>Adds a list also where it is empty.</summary>
    public MappingBuilder AddList(KeyFormat key, IEnumerable<YamlNode> nodes)
    {
        _entries.Add(new YamlEntry(YamlText.Of(key.Name), YamlText.Of(nodes)));
        return this;
    }

    public YamlMapping Build() => new(_entries.ToImmutable(), default);
}
