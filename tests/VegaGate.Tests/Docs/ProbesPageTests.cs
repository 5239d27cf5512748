using System.Text.RegularExpressions;
using VegaGate.Conditions;
using VegaGate.Diagnostics;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Docs;

/// <summary>The page on probes is written by hand; its tables are made from the declarations, and its examples are read.</summary>
public sealed class ProbesPageTests
{
    private const string Page = "docs/probes.md";

    [Fact]
    public void The_tables_of_the_page_are_current()
    {
        var text = Repository.ReadText(Page);
        foreach (var probe in ProbeFormats.All)
        {
            var begin = $"<!-- {probe.Kind} -->\n";
            var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
            start.Should().BeGreaterThan(begin.Length, "there is a part on {0}", probe.Kind);
            text = text[..start] + TableOf(probe) + text[text.IndexOf("<!-- end -->", start, StringComparison.Ordinal)..];
        }

        GeneratedFile.IsCurrent(Page, text);
    }

    [Fact]
    public void The_examples_of_the_page_are_right_and_there_is_one_of_every_kind()
    {
        var examples = Regex.Matches(Repository.ReadText(Page), "```yaml\nverify:\n(?<probes>(?:.*\n)*?)```", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Groups["probes"].Value).ToArray();
        foreach (var example in examples)
        {
            var list = $"checklist: a\ntitle: A\npeople: {{ zev: {{ github: zev }} }}\nsections:\n  - id: s\n    title: S\n    items:\n      - id: a\n        title: T\n        owners: zev\n        verify:\n{Indented(example)}";
            RuleChecking.Validate(list).Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => finding.Message).Should().BeEmpty(example);
        }

        ProbeFormats.All.Should().OnlyContain(probe => examples.Any(example => example.Contains($"- {probe.Kind}:", StringComparison.Ordinal)));
    }

    private static string TableOf(ProbeFormat probe) =>
        "| Parameter | Value | Meaning |\n| --- | --- | --- |\n" + string.Concat(probe.Parameters.Keys.Select(key => $"| `{key.Name}`{(key.IsRequired ? " (required)" : "")} | {key.Value.Expected} | {key.Summary} |\n"));

    private static string Indented(string probes) => string.Concat(probes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => "        " + line + "\n"));
}
