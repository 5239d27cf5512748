using System.Diagnostics.CodeAnalysis;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Documents;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Tests.Documents;

/// <summary>Whatever a document has become, an import ends, says what it left, and what it makes passes.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same documents in every run.")]
public sealed class DamagedDocumentsTests
{
    private const int Rounds = 600;

    private static readonly string[] Inserts =
    [
        "|", "||", "- [ ] ", "- [x] ", "# ", "## ", "\n", "\n\n", "---", "`", "```\n", "**", "**Owner**: ", "(Owner: ", ")", "@a", " / ", "<br>", "<", "&", "\\", "\t", "1. ", "1.1 ", "> ", ":", "Phase 3: ", "**Handoff Point**:\n", "\u00A0", "\u200B",
        "\0", "\uFFFD", "🎯", "ðŸŽ¯", "é", "\r", "| a |\n|---|\n", "Level 2: ", "[", "]", "]: x", "A9999999999999999999999999999999999999999999999999999999999999", "Todo", "null", "\"", "'",
    ];

    [Fact]
    public void An_import_of_any_document_ends_and_what_it_makes_passes()
    {
        var random = new Random(20260301);
        string[] sources = [.. ((IEnumerable<object[]>)SampleDocumentsTests.Samples).Select(row => File.ReadAllText(Path.Combine(Repository.Root, "tests/VegaGate.Tests/Documents/Samples", (string)row[0]))), .. ((IEnumerable<object[]>)PublicShapesTests.Shapes).Select(row => ((PublicShapesTests.Shape)row[0]).Text)];
        var found = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var text = Mutate(random, sources[random.Next(sources.Length)]);
            var path = random.Next(8) == 0 ? "checklist.csv" : "checklist.md";
            var result = DocumentImport.Read(path, Encoding.UTF8.GetBytes(text));
            if (result.Yaml is null)
            {
                result.Findings.Should().ContainSingle(finding => finding.Severity == DiagnosticSeverity.Error);
                continue;
            }

            var tree = YamlReader.Read("list.yaml", Encoding.UTF8.GetBytes(result.Yaml));
            found.AddRange(Validator.Validate([tree], RuleCatalog.All, DateTimeOffset.UnixEpoch).Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error)
                .Select(finding => $"{finding.Descriptor.Id}: {finding.Message} {finding.Source.GetLine(finding.Source.GetPosition(finding.Span.Start).Line)}"));
        }

        found.Should().BeEmpty();
    }

    private static string Mutate(Random random, string text)
    {
        var result = new StringBuilder(text);
        for (var count = random.Next(1, 12); count > 0 && result.Length > 0; count--)
        {
            var at = random.Next(result.Length);
            switch (random.Next(4))
            {
                case 0:
                    result.Remove(at, Math.Min(result.Length - at, random.Next(1, 40)));
                    break;
                case 1:
                    var from = random.Next(result.Length);
                    result.Insert(at, result.ToString(from, Math.Min(result.Length - from, random.Next(1, 300))));
                    break;
                default:
                    result.Insert(at, Inserts[random.Next(Inserts.Length)]);
                    break;
            }
        }

        return result.ToString();
    }
}
