using VegaGate.Rules;

namespace VegaGate.Tests.Cli.Commands;

public sealed class ExplainCommandTests
{
    [Theory]
    [InlineData("VG1008")]
    [InlineData("vg1008")]
    [InlineData("number-like-id")]
    [InlineData("Number-Like-Id")]
    public void Finds_a_page_by_id_and_by_name(string name)
    {
        var (code, output, error) = CommandCall.Run("explain", name);

        code.Should().Be(0);
        error.Should().BeEmpty();
        output.Should().StartWith("VG1008 number-like-id (warning, structure)\n\n  An id ");
        output.Should().MatchRegex(@"\nWhy\n  [^\n]+\n(.|\n)*\nBad\n  checklist: (.|\n)*\nGood\n  checklist: (.|\n)*\nFix \(safe\)\n  [^\n]+\n");
    }

    [Fact]
    public void Shows_every_page_on_lines_that_fit_a_terminal()
    {
        foreach (var entry in RuleManual.Read())
        {
            var (code, output, _) = CommandCall.Run("explain", entry.Descriptor.Id);

            code.Should().Be(0);
            output.Should().EndWith("\n").And.NotContain("\u001b");
            output.Split('\n').Should().OnlyContain(line => line.Length <= 110 && !line.EndsWith(' '), "{0} is read on a terminal", entry.Descriptor.Id);
        }
    }

    [Fact]
    public void Marks_the_headings_for_a_person() => CommandCall.Run(isTerminal: true, "explain", "VG1008").Output.Should().Contain("\u001b[1mWhy\u001b[0m\n");

    [Theory]
    [InlineData("VG10088", "did you mean VG1008?")]
    [InlineData("number-like-ids", "did you mean number-like-id?")]
    [InlineData("banana", "vegagate rules lists them.")]
    public void Names_the_nearest_where_there_is_no_such_rule(string name, string hint)
    {
        var (code, output, error) = CommandCall.Run("explain", name);

        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Be($"vegagate: there is no rule {name}; {hint}\n");
    }
}
