using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Gate;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Tests.Rules;

/// <summary>The examples of the manual are true.</summary>
public sealed class RulePagesTests
{
    private static readonly IReadOnlyList<ManualEntry> Manual = RuleManual.Read();

    /// <summary>No text raises these; they have tests of their own.</summary>
    private static readonly DiagnosticDescriptor[] NotOfText = [SyntaxDiagnostics.UnreadableFile, SyntaxDiagnostics.TooManyFiles, ValidatorDiagnostics.RuleFailed, RecordedSignOffs.NotBorneOut];

    /// <summary>Read once: switching off each rule looks at all of them anew.</summary>
    private static readonly Lazy<IReadOnlyList<(string Id, PageExample Bad)>> BadExamples = new(() =>
        [.. Manual.Where(entry => !NotOfText.Contains(entry.Descriptor)).Select(entry => (entry.Descriptor.Id, new PageExample(entry.Page.Bad)))]);

    public static TheoryData<string> All => [.. Manual.Select(entry => entry.Descriptor.Id)];

    public static TheoryData<string> OfText => [.. Manual.Where(entry => !NotOfText.Contains(entry.Descriptor)).Select(entry => entry.Descriptor.Id)];

    public static TheoryData<string> WithFix => [.. Manual.Where(entry => entry.Page.Fix is not null).Select(entry => entry.Descriptor.Id)];

    public static TheoryData<string> OfRules => [.. RuleCatalog.All.Select(rule => rule.Descriptor.Id)];

    [Fact]
    public void Everything_that_can_be_reported_has_one_page() => Manual.Select(entry => entry.Descriptor).Should().BeEquivalentTo(
        [.. SyntaxDiagnostics.All, Validator.NotAChecklist, .. RuleCatalog.All.Select(rule => rule.Descriptor), RecordedSignOffs.NotBorneOut, ConfigurationBinder.InvalidConfiguration, .. ValidatorDiagnostics.All]);

    [Fact]
    public void No_id_and_no_name_means_two_things() => Manual.SelectMany(entry => new[] { entry.Descriptor.Id, entry.Descriptor.Name }).Should().OnlyHaveUniqueItems();

    [Theory, MemberData(nameof(All))]
    public void A_page_says_what_and_why_in_sentences(string id)
    {
        var page = PageOf(id);

        string?[] texts = [page.What, page.Why, page.Fix];
        texts.OfType<string>().Should().OnlyContain(text => char.IsAsciiLetterUpper(text[0]) && text.EndsWith('.') && !text.Contains('\n'));
    }

    [Theory, MemberData(nameof(OfText))]
    public void The_bad_example_raises_exactly_its_id(string id) =>
        BadExamples.Value.Single(example => example.Id == id).Bad.FindingsOf(RuleCatalog.All).Should().NotBeEmpty().And.OnlyContain(finding => finding.Descriptor.Id == id);

    [Theory, MemberData(nameof(All))]
    public void The_good_example_raises_nothing(string id) => new PageExample(PageOf(id).Good).FindingsOf(RuleCatalog.All).Should().BeEmpty();

    [Theory, MemberData(nameof(OfText))]
    public void The_page_says_whether_there_is_a_fix_and_how_safe_it_is(string id)
    {
        var fixes = BadExamples.Value.Single(example => example.Id == id).Bad.FindingsOf(RuleCatalog.All).Select(finding => finding.Fix?.Applicability).Distinct();
        var page = PageOf(id);

        fixes.Should().ContainSingle().Which.Should().Be(page.Fix is null ? null : (FixApplicability?)page.FixSafety);
    }

    [Theory, MemberData(nameof(WithFix))]
    public void The_fixed_bad_example_is_the_good_one(string id)
    {
        var page = PageOf(id);
        var findings = new PageExample(page.Bad).FindingsOf(RuleCatalog.All);

        var after = FixApplier.Apply(findings[0].Source, findings, page.FixSafety);

        after.Should().Be(PageExample.Split(page.Good).Should().ContainSingle().Subject.Text);
    }

    [Theory, MemberData(nameof(OfRules))]
    public void Without_its_rule_a_finding_is_gone_and_all_others_stay(string id)
    {
        var others = RuleCatalog.All.RemoveAll(rule => rule.Descriptor.Id == id);

        // A suppression of a rule that is not there is another finding.
        foreach (var (example, bad) in BadExamples.Value.Where(page => !PageOf(page.Id).Bad.Contains($"ignore {id}", StringComparison.Ordinal)))
            bad.FindingsOf(others).Any(finding => finding.Descriptor.Id == example).Should().Be(example != id, "{0} is switched off, and this is the page of {1}", id, example);
    }

    private static RulePage PageOf(string id) => Manual.Single(entry => entry.Descriptor.Id == id).Page;
}
