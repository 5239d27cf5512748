using System.Text;
using VegaGate.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Configuration;
using VegaGate.Format;
using VegaGate.Rules;

namespace VegaGate.Tests.Docs;

/// <summary>The reference pages are made from the code. Run with VEGAGATE_UPDATE=1 to write them anew.</summary>
public sealed class ReferencePagesTests
{
    public static TheoryData<string> RuleIds => [.. RuleManual.Read().Select(entry => entry.Descriptor.Id)];

    [Fact]
    public void The_page_of_the_checklist_format_is_current() => GeneratedFile.IsCurrent("docs/checklist-format.md", FormatPage(
        "The checklist format",
        "A checklist is one YAML file. It is the definition of record: people read it in a pull request, the validator points into it by line and column, and every item in it becomes one issue. "
        + "The format is a strict subset of YAML 1.2: UTF-8, no anchors, aliases, merge keys, tags, directives or second documents, and no characters that a reader cannot see.",
        ChecklistFormat.Mapping));

    [Fact]
    public void The_page_of_the_configuration_is_current() => GeneratedFile.IsCurrent("docs/configuration.md", FormatPage(
        "The configuration",
        "`.vegagate.yaml` in the root of the repository settles where the issues are and who writes them. Every key may be left out. On a pull request the file of the base branch decides, and without it the defaults: a change must not choose the tracker, silence a rule or quiet the gate for itself.",
        ConfigurationFormat.Mapping));

    [Fact]
    public void The_page_of_the_rules_is_current() => GeneratedFile.IsCurrent(
        "docs/rules.md",
        "# Rules\n\nMade from the code. An error makes `validate` fail, and keeps a list from being synced or let through. `vegagate explain ID` shows a page on the terminal.\n\n"
        + RuleTable.Render(RuleManual.Read(), "rules/"));

    [Theory, MemberData(nameof(RuleIds))]
    public void The_page_of_each_rule_is_current(string id)
    {
        var manual = RuleManual.Read();
        var at = manual.Select(entry => entry.Descriptor.Id).ToList().IndexOf(id);

        GeneratedFile.IsCurrent(manual[at].Descriptor.HelpPath, RulePageMarkdown.Render(manual[at], manual.ElementAtOrDefault(at - 1), manual.ElementAtOrDefault(at + 1)));
    }

    [Fact]
    public void No_page_of_a_rule_is_left_over() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "docs/rules")).Select(Path.GetFileNameWithoutExtension).Should().BeSubsetOf(RuleManual.Read().Select(entry => entry.Descriptor.Id));

    private static string FormatPage(string title, string introduction, MappingFormat root)
    {
        var page = new StringBuilder($"# {title}\n\n{introduction}\n\nThis page is made from the code.\n");
        var written = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<MappingFormat>([root]);
        while (waiting.TryDequeue(out var mapping))
        {
            if (!written.Add(mapping.Name))
                continue;
            page.Append($"\n## {char.ToUpperInvariant(mapping.Name[0])}{mapping.Name[1..]}\n\n| Key | Value | Meaning |\n| --- | --- | --- |\n");
            foreach (var key in mapping.Keys)
            {
                page.Append($"| `{key.Name}`{(key.IsRequired ? " (required)" : "")} | {key.Value.Expected} | {key.Summary} |\n");
                foreach (var inner in Inside(key.Value))
                    waiting.Enqueue(inner);
            }
        }

        return page.ToString();
    }

    private static IEnumerable<MappingFormat> Inside(ValueFormat format) => format switch
    {
        MappingFormat mapping => [mapping],
        ListFormat list => Inside(list.Item),
        NamedFormat named => Inside(named.Value),
        EitherFormat either => Inside(either.Other),
        _ => [],
    };
}
