using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Tests.Syntax;

/// <summary>What the tests of this folder ask of a tree.</summary>
internal static class Reading
{
    public static YamlTree Read(string text) => YamlReader.Read("checklists/a.yaml", Encoding.UTF8.GetBytes(text));

    public static IEnumerable<string> Ids(this YamlTree tree) => tree.Diagnostics.Select(d => d.Descriptor.Id);

    /// <summary>Reads a marked text and compares the places of the findings with the marks.</summary>
    public static YamlTree ReadMarked(string marked, params string[] ids)
    {
        var markup = Markup.Parse(marked);
        var tree = Read(markup.Text);
        tree.Ids().Should().Equal(ids);
        tree.Diagnostics.Select(d => d.Span).Should().Equal(markup.Spans);
        tree.Diagnostics.Should().OnlyContain(d => d.Severity == DiagnosticSeverity.Error);
        return tree;
    }

    /// <summary>Whether a text holds a line that is more than a comment or a document's mark.</summary>
    public static bool HasContent(string text) =>
        text.Split('\n').Select(line => line.Trim()).Any(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("---", StringComparison.Ordinal) && !line.StartsWith("...", StringComparison.Ordinal));

    public static IEnumerable<YamlNode> Descendants(YamlNode? root)
    {
        var open = new Stack<YamlNode>();
        if (root is not null)
            open.Push(root);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in Children(node).Reverse())
                open.Push(child);
        }
    }

    public static IEnumerable<YamlNode> Children(YamlNode node) => node switch
    {
        YamlSequence sequence => sequence.Items,
        YamlMapping mapping => mapping.Entries.SelectMany(e => (YamlNode[])[e.Key, e.Value]),
        _ => [],
    };
}
