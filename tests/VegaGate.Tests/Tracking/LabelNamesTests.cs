using VegaGate.Tracking;

namespace VegaGate.Tests.Tracking;

public sealed class LabelNamesTests
{
    [Theory]
    [InlineData("vegagate", true)]
    [InlineData("VegaGate", true)]
    [InlineData("STATUS:done", true)]
    [InlineData("Owner:zev", true)]
    [InlineData("checklist:a", true)]
    [InlineData("release:1.0", true)]
    [InlineData("vegagate-x", false)]
    [InlineData("status", false)]
    [InlineData("my status:done", false)]
    [InlineData("bug", false)]
    public void Ours_are_ours_without_regard_to_case(string label, bool expected) => LabelNames.IsOurs(label).Should().Be(expected);

    [Fact]
    public void The_longest_names_fit_what_GitHub_takes()
    {
        var slug = new string('a', 40);
        foreach (var label in new[] { LabelNames.All, LabelNames.Checklist(slug), LabelNames.Owner(slug), LabelNames.Status("in-progress") })
        {
            label.Length.Should().BeLessThanOrEqualTo(LabelNames.MaxLength);
            var described = LabelNames.Describe(label);
            described.Color.Should().MatchRegex("^[0-9a-f]{6}$");
            described.Description.Should().NotBeEmpty().And.Match(text => text.Length <= 100);
        }
    }
}
