using VegaGate.Text;

namespace VegaGate.Syntax;

/// <summary>Reads a file: the guard first, and the parser only when the guard found nothing.</summary>
public static class YamlReader
{
    /// <summary>The tree of a file, or what keeps it from being read.</summary>
    /// <param name="path">The path as it is shown, with forward slashes.</param>
    public static YamlTree Read(string path, ReadOnlySpan<byte> bytes)
    {
        var source = SourceText.FromBytes(path, bytes);
        var refused = SourceGuard.Check(source, bytes);
        return refused.IsEmpty ? SlipFinder.Explain(YamlTreeParser.Parse(source)) : new YamlTree(source, null, refused);
    }
}
