using System.Collections.Immutable;
using VegaGate.Text;

namespace VegaGate.Syntax;

/// <summary>A value of the document. The span covers its text, for a quoted scalar with the quotes.</summary>
public abstract record YamlNode(TextSpan Span);

public enum ScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

/// <summary>A single value. <see cref="Value"/> is the text after unquoting and folding; nothing is read into it.</summary>
public sealed record YamlScalar(string Value, ScalarStyle Style, TextSpan Span) : YamlNode(Span)
{
    /// <summary>Whether nothing, or one of YAML's plain words for nothing, stands here.</summary>
    public bool IsNull => Style == ScalarStyle.Plain && Value is ("" or "~" or "null" or "Null" or "NULL");

    /// <summary>Whether something stands here that the format refuses, and that has its finding already: an alias, or a tag or an anchor with nothing behind it.</summary>
    public bool IsRefused => Style == ScalarStyle.Plain && Value.Length == 0 && Span.Length > 0;
}

public sealed record YamlSequence(ImmutableArray<YamlNode> Items, TextSpan Span) : YamlNode(Span);

/// <summary>Entries in the order of the text. A key that comes again is reported and left out.</summary>
public sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, TextSpan Span) : YamlNode(Span)
{
    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Value == key)
                return entry;
        }

        return null;
    }
}

public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
