using VegaGate.Cli;
using VegaGate.Rules;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Cli;

public sealed class ColdStartTests
{
    [Fact]
    public void The_sample_is_a_list_without_findings_as_most_lists_are()
    {
        var result = Validator.Validate([RuleChecking.Read(ColdStart.Sample, "sample.yaml")], RuleCatalog.All, RuleChecking.Now);

        result.Diagnostics.Should().BeEmpty();
        result.Checklists.Should().ContainSingle().Which.Items.Should().HaveCount(2);
    }
}
