using VegaGate.Diagnostics;
using VegaGate.Rules;

namespace VegaGate.Tests.Rules;

/// <summary>The examples of the manual pages say what they show.</summary>
public sealed class PageExamplesTests
{
    public static TheoryData<Rule> Paged { get; } = [.. RuleCatalog.All.Where(rule => PageOf(rule) is not null)];

    [Theory, MemberData(nameof(Paged))]
    public void Raises_exactly_this_rule_by_the_bad_example(Rule rule) =>
        RuleChecking.Validate(PageOf(rule)!.Bad).Select(finding => finding.Descriptor.Id).Distinct(StringComparer.Ordinal).Should().Equal(rule.Descriptor.Id);

    [Theory, MemberData(nameof(Paged))]
    public void Raises_nothing_by_the_good_example(Rule rule) => RuleChecking.Validate(PageOf(rule)!.Good).Should().BeEmpty();

    [Theory, MemberData(nameof(Paged))]
    public void Makes_the_good_example_of_the_bad_one_where_there_is_a_fix(Rule rule)
    {
        var page = PageOf(rule)!;
        var findings = RuleChecking.Validate(page.Bad);
        findings.Any(finding => finding.Fix is not null).Should().Be(page.Fix is not null);
        if (page.Fix is not null)
            FixApplier.Apply(findings[0].Source, findings, FixApplicability.Unsafe).Should().Be(page.Good);
    }

    private static RulePage? PageOf(Rule rule) => (RulePage?)rule.GetType().GetProperty("Page")?.GetValue(rule);
}
