using System.Text.Json;
using VegaGate.Rules;

namespace VegaGate.Tests.Cli.Commands;

public sealed class RulesCommandTests
{
    private static readonly string[] Ids = [.. RuleManual.Read().Select(entry => entry.Descriptor.Id)];

    [Fact]
    public void Lists_every_id_on_a_line_of_a_table_with_a_heading()
    {
        var lines = Answer("rules").TrimEnd('\n').Split('\n');

        lines[0].Should().MatchRegex("^ID +NAME +SEVERITY +CATEGORY +FIX$");
        lines[1..].Select(line => line.Split(' ')[0]).Should().Equal(Ids);
        lines.Should().ContainSingle(line => line.StartsWith("VG1008 ", StringComparison.Ordinal)).Which.Should().MatchRegex("^VG1008  number-like-id +warning +structure +safe$");
    }

    [Fact]
    public void Gives_programs_one_object_with_a_version()
    {
        using var document = JsonDocument.Parse(Answer("rules", "--format", "json"));

        document.RootElement.GetProperty("version").GetInt32().Should().Be(1);
        var rules = document.RootElement.GetProperty("rules").EnumerateArray().ToList();
        rules.Select(rule => rule.GetProperty("id").GetString()).Should().Equal(Ids);
        rules.Single(rule => rule.GetProperty("id").GetString() == "VG1008").EnumerateObject().Select(property => (property.Name, property.Value.GetString())).Should().Equal(
            ("id", "VG1008"),
            ("name", "number-like-id"),
            ("severity", "warning"),
            ("category", "structure"),
            ("fix", "safe"),
            ("summary", "Other readers of YAML take the id for a number or a date."),
            ("help", "docs/rules/VG1008.md"));
    }

    [Fact]
    public void Writes_a_table_for_a_page()
    {
        var lines = Answer("rules", "--format", "markdown").TrimEnd('\n').Split('\n');

        lines.Should().HaveCount(Ids.Length + 2).And.OnlyContain(line => line.Split('|').Length == 8);
        lines.Should().Contain("| VG1008 | number-like-id | warning | structure | safe | Other readers of YAML take the id for a number or a date. |");
    }

    private static string Answer(params string[] arguments)
    {
        var (code, output, error) = CommandCall.Run(arguments);

        code.Should().Be(0);
        error.Should().BeEmpty();
        return output;
    }
}
