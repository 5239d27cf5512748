using VegaGate.Diagnostics;
using VegaGate.Rules;

namespace VegaGate.Tests.Rules;

public sealed class ValidatorTests
{
    [Theory]
    [InlineData("", "found nothing")]
    [InlineData("- a\n", "found a list")]
    [InlineData("text\n", "found a single value")]
    [InlineData("name: a\n", "found the key `name`")]
    [InlineData("\"a`\\u202Eb\\n\": a\n", "found the key `a'\uFFFDb `")]
    [InlineData("{}\n", "found a mapping")]
    public void Says_what_stands_there_instead_of_a_checklist(string text, string expected)
    {
        var finding = RuleChecking.Validate(text).Should().ContainSingle().Subject;

        finding.Descriptor.Should().Be(Validator.NotAChecklist);
        finding.Message.Should().Be($"This file is not a checklist: expected a mapping with the key `checklist`, {expected}.");
    }

    [Fact]
    public void Says_nothing_more_of_a_file_that_cannot_be_read() =>
        RuleChecking.Validate("checklist: [a\n").Should().OnlyContain(finding => finding.Descriptor.Id.StartsWith("VG0", StringComparison.Ordinal));

    [Fact]
    public void Reports_all_files_in_the_order_of_their_paths_and_places()
    {
        var result = Validator.Validate(
            [
                RuleChecking.Read("checklist: b\ntitle: B\nsections: []\nx: 1\n", "b.yaml"),
                RuleChecking.Read("a: [\n", "c.yaml"),
                RuleChecking.Read("checklist: a\nsections: []\n", "a.yaml"),
            ],
            RuleCatalog.All, RuleChecking.Now);

        result.Diagnostics.Select(finding => (finding.Source.Path, finding.Descriptor.Id)).Should().Equal(
            ("a.yaml", "VG1004"), ("a.yaml", "VG1011"), ("b.yaml", "VG1011"), ("b.yaml", "VG1002"), ("c.yaml", "VG0001"));
        result.Checklists.Select(list => list.Name).Should().Equal("a", "b");
        result.HasErrors.Should().BeTrue();
    }

    [Fact]
    public void Takes_warnings_for_no_errors()
    {
        var result = Validator.Validate(
            [RuleChecking.Read("checklist: a\ntitle: A\npeople: { zev: { github: zev-dev } }\nsections: [{ id: s, title: S, items: [{ id: 1.10, title: T, owners: zev }] }]\n")], RuleCatalog.All, RuleChecking.Now);

        result.Diagnostics.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Warning);
        result.HasErrors.Should().BeFalse();
    }
}
