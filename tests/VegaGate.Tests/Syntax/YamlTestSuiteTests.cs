using System.Diagnostics;
using System.Text;
using System.Text.Json;
using VegaGate.Syntax;

namespace VegaGate.Tests.Syntax;

/// <summary>
/// The cases of https://github.com/yaml/yaml-test-suite: each text is either read as the suite says, or refused with a diagnostic. None is read differently.
/// </summary>
public sealed class YamlTestSuiteTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Reads_every_document_as_the_suite_does_or_refuses_it()
    {
        var cases = JsonSerializer.Deserialize<Case[]>(await PrintCasesAsync(), Options)!;
        cases.Should().HaveCount(402);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var one in cases)
        {
            var tree = Reading.Read(one.Yaml);
            var outcome = (tree.Diagnostics.IsEmpty, one.Fail) switch
            {
                (false, true) => "errors refused",
                (false, false) => "valid but refused",
                (true, true) => "errors accepted",
                (true, false) => Normalize(one.Tree) == Events(tree.Root) || tree.Root is null && IsEmpty(one.Tree) ? "read as the suite does" : "read differently",
            };
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            if (outcome is "errors accepted" or "read differently")
                wrong.Add($"{one.Id} {outcome}: {one.Yaml}\n{Normalize(one.Tree)}\n{Events(tree.Root)}");
        }

        wrong.Should().BeEmpty();
        counts.Should().BeEquivalentTo(new SortedDictionary<string, int>(StringComparer.Ordinal) { ["errors refused"] = 94, ["read as the suite does"] = 157, ["valid but refused"] = 151 });
    }

    private static async Task<string> PrintCasesAsync()
    {
        var description = new ProcessStartInfo("node", "print.mjs")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "VegaGate.Tests", "yaml-test-suite"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(description)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
        return text;
    }

    /// <summary>Whether one document, or none, stands there, that holds nothing.</summary>
    private static bool IsEmpty(string tree) => Normalize(tree) is "" or "=VAL :";

    /// <summary>The suite's events without stream, document and the marks of the style of a collection.</summary>
    private static string Normalize(string tree) => string.Join('\n', tree
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.TrimStart(' '))
        .Where(line => !line.StartsWith("+STR", StringComparison.Ordinal) && !line.StartsWith("-STR", StringComparison.Ordinal) && !line.StartsWith("+DOC", StringComparison.Ordinal) && !line.StartsWith("-DOC", StringComparison.Ordinal))
        .Select(line => line switch { "+SEQ []" => "+SEQ", "+MAP {}" => "+MAP", _ => line }));

    private static string Events(YamlNode? root)
    {
        var lines = new List<string>();
        if (root is not null)
            Write(root, lines);
        return string.Join('\n', lines);
    }

    private static void Write(YamlNode node, List<string> lines)
    {
        if (node is YamlScalar scalar)
        {
            var mark = scalar.Style switch { ScalarStyle.SingleQuoted => '\'', ScalarStyle.DoubleQuoted => '"', ScalarStyle.Literal => '|', ScalarStyle.Folded => '>', _ => ':' };
            lines.Add($"=VAL {mark}{Escape(scalar.Value)}");
            return;
        }

        var kind = node is YamlMapping ? "MAP" : "SEQ";
        lines.Add("+" + kind);
        foreach (var child in Reading.Children(node))
            Write(child, lines);
        lines.Add("-" + kind);
    }

    private static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal)
        .Replace("\r", @"\r", StringComparison.Ordinal)
        .Replace("\t", @"\t", StringComparison.Ordinal)
        .Replace("\b", @"\b", StringComparison.Ordinal);

    /// <summary>A case as the package holds it.</summary>
    public sealed record Case(string Id, string Yaml, string Tree, bool Fail);
}
