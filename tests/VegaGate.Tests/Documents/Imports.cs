using System.Text;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Documents;
using VegaGate.Documents.Writing;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Tests.Documents;

/// <summary>Imports as the command makes them: every result is held against the rules.</summary>
internal static class Imports
{
    public static ImportResult Sample(string name) => Of(File.ReadAllBytes(Path.Combine(Repository.Root, "tests/VegaGate.Tests/Documents/Samples", name)), name);

    public static ImportResult Of(string text, string path = "document.md", string? name = null) => Of(Encoding.UTF8.GetBytes(text), path, name);

    public static ImportResult Of(byte[] bytes, string path = "document.md", string? name = null)
    {
        var result = DocumentImport.Read(path, bytes, name);
        if (result.Yaml is not null)
            ShouldBeValid(result.Yaml);
        return result;
    }

    /// <summary>The checklist of a document that holds one.</summary>
    public static Checklist ListOf(string text, string path = "document.md") => List(Of(text, path));

    public static Checklist List(ImportResult result) =>
        ChecklistBinder.Bind(YamlReader.Read("list.yaml", Encoding.UTF8.GetBytes(result.Yaml ?? throw new InvalidOperationException(result.Findings[0].Message))))!;

    public static IEnumerable<string> Titles(Checklist list) => list.Items.Select(item => item.Title!.Value);

    public static IEnumerable<string> Owners(ChecklistItem item) => item.Owners.Select(owner => owner.Value);

    /// <summary>A tree in the one shape, as text, for comparing.</summary>
    public static string Shape(YamlMapping root) => YamlWriter.Write(TreeShape.Of(root, ChecklistFormat.Mapping));

    public static void ShouldBeValid(string yaml)
    {
        var tree = YamlReader.Read("list.yaml", Encoding.UTF8.GetBytes(yaml));
        Validator.Validate([tree], RuleCatalog.All, DateTimeOffset.UnixEpoch).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => $"{finding.Descriptor.Id}: {finding.Message}").Should().BeEmpty();
    }
}
