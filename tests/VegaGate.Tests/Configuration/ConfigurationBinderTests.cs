using System.Collections.Immutable;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Configuration;

public sealed class ConfigurationBinderTests
{
    [Theory]
    [InlineData("{}\n")]
    [InlineData("# nothing\n")]
    [InlineData("rules: {}\nchecklists: {}\noverrides: []\n")]
    public void Leaves_everything_as_it_is_where_nothing_is_said(string text)
    {
        var configuration = Bind(text);

        configuration.Severities.Layers.Should().BeEmpty();
        configuration.Checklists.Takes("checklists/a.yaml").Should().BeTrue();
    }

    [Theory]
    [InlineData("release: { for: deploy }\n", "for", "The key `workflow` is missing.")]
    [InlineData("release: { workflow: ../release.yml }\n", "../release.yml", "`workflow` takes the name of a workflow's file, such as release.yml, not `../release.yml`.")]
    [InlineData("rulse: {}\n", "rulse", "There is no key `rulse` in a mapping of this kind (configuration); did you mean `rules`?")]
    [InlineData("gate: { block: true }\n", "block", "There is no key `block` in a mapping of this kind (gate); it has `pull-request`.")]
    [InlineData("rules: { VG1008: warn }\n", "warn", "`VG1008` takes one of off, notice, warning, error, not `warn`.")]
    [InlineData("rules: { VG1008: eror }\n", "eror", "`VG1008` takes one of off, notice, warning, error, not `eror`; did you mean `error`?")]
    [InlineData("rules: { VG1008: [off] }\n", "[off]", "`VG1008` takes one of off, notice, warning, error, not a list.")]
    [InlineData("rules: { number-like-ids: off }\n", "number-like-ids", "There is no rule or category `number-like-ids`; did you mean `number-like-id`?")]
    [InlineData("rules: { ownerschip: off }\n", "ownerschip", "There is no rule or category `ownerschip`; did you mean `ownership`?")]
    [InlineData("rules: { VG9999: off }\n", "VG9999", "There is no rule or category `VG9999`.")]
    [InlineData("rules: { VG1007: warning }\n", "VG1007", "The findings of VG1007 (duplicate-item-id) are errors and stay so: sync and gate cannot work from a list that has one.")]
    [InlineData("rules: { not-a-checklist: off }\n", "not-a-checklist", "The findings of VG1001 (not-a-checklist) are errors and stay so: sync and gate cannot work from a list that has one.")]
    [InlineData("rules: { syntax: notice }\n", "syntax", "The findings of the category `syntax` are errors and stay so: sync and gate cannot work from a list that has one.")]
    [InlineData("rules: { VG1008: off, number-like-id: error }\n", "number-like-id", "The rule VG1008 (number-like-id) stands here twice, by its id and by its name; keep one of them.")]
    [InlineData("overrides: [{ files: '*.yaml', rules: { VG1007: off } }]\n", "VG1007", "The findings of VG1007 (duplicate-item-id) are errors and stay so: sync and gate cannot work from a list that has one.")]
    [InlineData("gate: { pull-request:block }\n", "pull-request:block", "A space is missing after `pull-request:`.")]
    [InlineData("rules: { VG7005: off }\n", "VG7005", "The findings of VG7005 (colon-without-space) are errors and stay so: sync and gate cannot work from a list that has one.")]
    [InlineData("overrides: [{ rules: {} }]\n", "rules", "The key `files` is missing.")]
    [InlineData("checklists: { exclude: ../a }\n", "../a", "`exclude` takes a pattern of paths from the root of the repository, such as checklists/**/*.yaml, not `../a`.")]
    public void Reports_what_it_cannot_use_at_its_place(string text, string place, string message)
    {
        var finding = BindWithFindings(text).Findings.Should().ContainSingle().Subject;

        finding.Descriptor.Should().Be(ConfigurationBinder.InvalidConfiguration);
        finding.Message.Should().Be(message);
        finding.Source.GetText(finding.Span).Should().Be(place);
    }

    [Theory]
    [InlineData("rules: { VG1007: error, syntax: error, structure: off, dependencies: error }\n")]
    [InlineData("rules: { VG2002: off, owner-missing: off }\n", 1)]
    public void Lets_errors_be_called_errors(string text, int findings = 0) => BindWithFindings(text).Findings.Should().HaveCount(findings);

    [Theory]
    [InlineData("rules: { VG1008: error }\n", DiagnosticSeverity.Error)]
    [InlineData("rules: { number-like-id: notice }\n", DiagnosticSeverity.Notice)]
    [InlineData("rules: { structure: error }\n", DiagnosticSeverity.Error)]
    [InlineData("rules: { number-like-id: notice, structure: error }\n", DiagnosticSeverity.Notice)]
    [InlineData("rules: { structure: error, VG1008: notice }\n", DiagnosticSeverity.Notice)]
    [InlineData("rules: { ownership: error }\n", DiagnosticSeverity.Warning)]
    [InlineData("rules: { VG1008: off }\n", null)]
    [InlineData("rules: { VG1008: off }\noverrides: [{ files: 'checklists/*', rules: { structure: error } }]\n", DiagnosticSeverity.Error)]
    [InlineData("rules: { VG1008: off }\noverrides: [{ files: 'other/*', rules: { structure: error } }]\n", null)]
    [InlineData("overrides: [{ files: '**', rules: { VG1008: off } }, { files: [b.yaml, checklists/a.yaml], rules: { VG1008: notice } }]\n", DiagnosticSeverity.Notice)]
    public void Makes_of_a_finding_what_is_most_particular_and_then_what_is_last(string configuration, DiagnosticSeverity? expected)
    {
        const string List = "checklist: a\ntitle: A\npeople: { zev: { github: zev-dev } }\nsections: [{ id: s, title: S, items: [{ id: 1.10, title: T, owners: zev }] }]\n";

        var findings = Validator.Validate([RuleChecking.Read(List)], RuleCatalog.All, RuleChecking.Now, Bind(configuration).Severities).Diagnostics;

        findings.Select(finding => (DiagnosticSeverity?)finding.Severity).Should().Equal(expected is null ? [] : [expected]);
    }

    [Fact]
    public void Keeps_the_errors_of_a_category_that_may_not_be_lowered()
    {
        var policy = Bind("rules: { structure: off, sign-offs: off }\n").Severities;

        var findings = Validator.Validate([RuleChecking.Read("checklist: a\ntitle: A\nsections: [{ id: 1, title: S, items: [{ id: a, title: T, status: x }, { id: a, title: T }] }]\n")], RuleCatalog.All, RuleChecking.Now, policy).Diagnostics;

        findings.Select(finding => (finding.Descriptor.Id, finding.Severity)).Should().Contain(("VG1007", DiagnosticSeverity.Error));
        findings.Select(finding => finding.Descriptor.Id).Should().NotContain("VG1008").And.NotContain("VG3001");
    }

    [Theory]
    [InlineData("checklists: { exclude: checklists/archive/ }\n", "checklists/archive/2025/a.yaml", false)]
    [InlineData("checklists: { exclude: checklists/archive/ }\n", "checklists/a.yaml", true)]
    [InlineData("checklists: { include: ['**/*.yaml'] }\n", "checklists/a.yml", false)]
    [InlineData("checklists: { include: ['**/*.yaml'], exclude: ['**/draft-*'] }\n", "checklists/draft-a.yaml", false)]
    [InlineData("checklists: { include: ['**/*.yaml'], exclude: ['**/draft-*'] }\n", "checklists/a.yaml", true)]
    public void Selects_files(string configuration, string path, bool expected) => Bind(configuration).Checklists.Takes(path).Should().Be(expected);

    [Fact]
    public void Names_a_category_for_every_finding_and_none_like_a_rule()
    {
        DescriptorCatalog.All.Should().OnlyContain(descriptor => CategoryOf(descriptor).Length > 0);
        DescriptorCatalog.All.Select(descriptor => descriptor.Name).Should().OnlyHaveUniqueItems().And.NotContain(DescriptorCatalog.All.Select(CategoryOf));
        DescriptorCatalog.All.Select(descriptor => descriptor.Id).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    /// <summary>What an invalid setting of the category says is its name.</summary>
    private static string CategoryOf(DiagnosticDescriptor descriptor) =>
        new[] { "syntax", "structure", "ownership", "sign-offs", "dependencies", "pass-conditions", "hand-offs", "prose", "validator" }[descriptor.Id[2] - '0'];

    private static ProjectConfiguration Bind(string text)
    {
        var (configuration, findings) = BindWithFindings(text);
        findings.Should().BeEmpty();
        return configuration;
    }

    private static (ProjectConfiguration Configuration, ImmutableArray<Diagnostic> Findings) BindWithFindings(string text) =>
        ConfigurationBinder.Bind(RuleChecking.Read(text, ".vegagate.yaml"), DescriptorCatalog.All);

    [Fact]
    public void The_workflow_that_releases_is_named_with_its_stage_and_inputs()
    {
        Bind("release: { workflow: release.yml, for: deploy, inputs: { channel: stable } }\n").Release.Should().BeEquivalentTo(new { File = "release.yml", Stage = "deploy", Inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["channel"] = "stable" } });
    }
}
