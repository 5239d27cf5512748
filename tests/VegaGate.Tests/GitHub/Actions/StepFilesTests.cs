using System.Text;
using VegaGate.GitHub.Actions;

namespace VegaGate.Tests.GitHub.Actions;

public sealed class StepFilesTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Outputs_are_added_with_a_delimiter_of_their_own()
    {
        File.WriteAllText(path, "old=1\n");
        var delimiters = new Queue<string>(["D1", "D2"]);
        var outputs = new StepOutputs(path, delimiters.Dequeue);

        outputs.Write("decision", "pass");
        outputs.Write("reason-code", "é\r\nb\n");

        File.ReadAllBytes(path).Should().Equal(Encoding.UTF8.GetBytes("old=1\ndecision<<D1\npass\nD1\nreason-code<<D2\né\r\nb\n\nD2\n"));
    }

    [Fact]
    public void A_value_that_holds_the_delimiter_is_not_written()
    {
        var outputs = new StepOutputs(path, () => "DELIM");

        FluentActions.Invoking(() => outputs.Write("a", "x\nDELIM\nb<<E\n1\nE")).Should().Throw<InvalidOperationException>();
        new FileInfo(path).Length.Should().Be(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a<<b")]
    [InlineData("a=b")]
    [InlineData("a\nb")]
    [InlineData("1a")]
    public void An_output_has_a_plain_name(string name) =>
        FluentActions.Invoking(() => new StepOutputs(path).Write(name, "")).Should().Throw<ArgumentException>();

    [Fact]
    public void A_delimiter_is_never_the_same_again()
    {
        var outputs = new StepOutputs(path);
        for (var i = 0; i < 100; i++)
            outputs.Write("a", "");

        var delimiters = File.ReadLines(path).Where(line => line.StartsWith("a<<", StringComparison.Ordinal)).ToList();
        delimiters.Should().HaveCount(100).And.OnlyHaveUniqueItems().And.OnlyContain(line => line.Length > 40);
    }

    [Fact]
    public void A_summary_is_added_as_lines()
    {
        var summary = new StepSummary(path);

        summary.Append("# Ä").Should().BeTrue();
        summary.Append("b\n").Should().BeTrue();

        File.ReadAllBytes(path).Should().Equal(Encoding.UTF8.GetBytes("# Ä\nb\n"));
    }

    [Fact]
    public void A_summary_may_fill_its_bound()
    {
        new StepSummary(path).Append(new string('x', StepSummary.MostBytes - 1)).Should().BeTrue();

        new FileInfo(path).Length.Should().Be(StepSummary.MostBytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500_000)]
    [InlineData(StepSummary.MostBytes - 150)]
    public void A_summary_that_is_too_long_ends_with_a_line_and_a_note(int before)
    {
        File.WriteAllText(path, new string('o', before));
        var line = new string('é', 49) + "\n";

        new StepSummary(path).Append(string.Concat(Enumerable.Repeat(line, 20_000))).Should().BeFalse();

        new FileInfo(path).Length.Should().BeInRange(StepSummary.MostBytes - 250, StepSummary.MostBytes).And.BeLessThan(1_048_576);
        var added = File.ReadAllText(path)[before..].Split('\n');
        added[^2].Should().Contain("The summary ends here");
        Array.TrueForAll(added[..^4], text => text.Length == 49).Should().BeTrue();
    }

    [Fact]
    public void A_summary_of_one_endless_line_is_only_a_note()
    {
        new StepSummary(path).Append(new string('x', 2_000_000)).Should().BeFalse();

        File.ReadAllText(path).Should().StartWith("\n\n_The summary ends here");
    }

    [Fact]
    public void A_full_summary_takes_nothing_more()
    {
        new StepSummary(path).Append(new string('x', StepSummary.MostBytes - 1));

        new StepSummary(path).Append("y").Should().BeFalse();

        new FileInfo(path).Length.Should().Be(StepSummary.MostBytes);
    }

    [Fact]
    public void A_summary_makes_its_file()
    {
        File.Delete(path);

        new StepSummary(path).Append("x").Should().BeTrue();

        File.ReadAllText(path).Should().Be("x\n");
    }
}
