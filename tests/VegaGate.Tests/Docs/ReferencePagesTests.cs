using System.Text;
using VegaGate.Checklists;
using VegaGate.Configuration;
using VegaGate.Format;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Tests.Docs;

/// <summary>The reference pages are made from the code. Run with VEGAGATE_UPDATE=1 to write them anew.</summary>
public sealed class ReferencePagesTests
{
    [Fact]
    public void The_page_of_the_checklist_format_is_current() => Compare("docs/checklist-format.md", FormatPage(
        "The checklist format",
        "A checklist is one YAML file. It is the definition of record: people read it in a pull request, the validator points into it by line and column, and every item in it becomes one issue. "
        + "The format is a strict subset of YAML 1.2: UTF-8, no anchors, aliases, merge keys, tags, directives or second documents, and no characters that a reader cannot see.",
        ChecklistFormat.Mapping));

    [Fact]
    public void The_page_of_the_configuration_is_current() => Compare("docs/configuration.md", FormatPage(
        "The configuration",
        "`.vegagate.yaml` in the root of the repository settles where the issues are and who writes them. Every key may be left out. A pull request's own file is not read: it must not choose the tracker or quiet the gate.",
        ConfigurationFormat.Mapping));

    [Fact]
    public void The_page_of_the_rules_is_current()
    {
        var page = new StringBuilder("# Rules\n\nMade from the code. An error makes `validate` fail, and keeps a list from being synced or let through.\n\n| Id | Name | Severity | What it finds |\n| --- | --- | --- | --- |\n");
        var descriptors = SyntaxDiagnostics.All
            .Append(VegaGate.Cli.Checklists.ChecklistFiles.Unreadable)
            .Append(VegaGate.Cli.Checklists.ChecklistFiles.TooManyFiles)
            .Append(Validator.NotAChecklist)
            .Concat(RuleCatalog.All.Select(rule => rule.Descriptor))
            .Append(ConfigurationBinder.InvalidConfiguration);
        foreach (var descriptor in descriptors.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal))
            page.Append($"| {descriptor.Id} | {descriptor.Name} | {descriptor.Severity.ToString().ToLowerInvariant()} | {descriptor.Summary} |\n");
        Compare("docs/rules.md", page.ToString());
    }

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

    private static void Compare(string path, string expected)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("VEGAGATE_UPDATE") == "1")
            File.WriteAllText(file, expected);
        File.ReadAllText(file).Should().Be(expected, "the page is made from the code: run the tests with VEGAGATE_UPDATE=1");
    }
}
