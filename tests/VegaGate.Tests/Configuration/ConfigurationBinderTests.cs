using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Configuration;

public sealed class ConfigurationBinderTests
{
    [Fact]
    public void Has_its_defaults()
    {
        ProjectConfiguration.Default.Should().BeEquivalentTo(new { Tracker = (string?)null, Repository = (string?)null, Identity = "github-actions[bot]", PullRequestGate = (string?)null });
        ProjectConfiguration.Default.Identities.Should().Equal("github-actions[bot]");
        Bind("{}").Should().BeEquivalentTo(ProjectConfiguration.Default);
    }

    [Fact]
    public void Takes_what_the_file_says()
    {
        var configuration = Bind("tracker: github\nrepository: acme/wid.gets\nidentity: acme-gate[bot]\nformer-identities: [github-actions[bot], old]\ngate: { pull-request: report }\n".Replace("[github-actions[bot], old]", "['github-actions[bot]', old]", StringComparison.Ordinal));

        configuration.Should().BeEquivalentTo(new { Tracker = "github", Repository = "acme/wid.gets", Identity = "acme-gate[bot]", PullRequestGate = "report" });
        configuration.Identities.Should().Equal("acme-gate[bot]", "github-actions[bot]", "old");
        Bind("former-identities: old\n").FormerIdentities.Should().Equal("old");
    }

    [Theory]
    [InlineData("trackr: local", "The configuration has no key `trackr`; it has `tracker`, `repository`, `identity`, `former-identities`, `gate`.")]
    [InlineData("gate: { pull: block }", "The configuration has no key `pull`; it has `pull-request`.")]
    [InlineData("tracker: jira", "`tracker` takes one of local, github, not `jira`.")]
    [InlineData("tracker: Local", "`tracker` takes one of local, github, not `Local`.")]
    [InlineData("tracker: [local]", "`tracker` takes one of local, github, not a list.")]
    [InlineData("tracker:", "`tracker` takes one of local, github, not nothing.")]
    [InlineData("repository: acme", "`repository` takes a repository, written owner/name, not `acme`.")]
    [InlineData("repository: acme/a/b", "`repository` takes a repository, written owner/name, not `acme/a/b`.")]
    [InlineData("repository: https://github.com/a/b", "`repository` takes a repository, written owner/name, not `https://github.com/a/b`.")]
    [InlineData("identity: a b", "`identity` takes a login, for an app with [bot] behind it, not `a b`.")]
    [InlineData("identity: '[bot]'", "`identity` takes a login, for an app with [bot] behind it, not `[bot]`.")]
    [InlineData("former-identities: ['']", "`former-identities` takes a login, for an app with [bot] behind it, not ``.")]
    [InlineData("gate: block", "`gate` takes a mapping (gate), not a single value.")]
    [InlineData("gate: { pull-request: off }", "`pull-request` takes one of block, report, not `off`.")]
    [InlineData("- tracker: local", "`configuration` takes a mapping (configuration), not a list.")]
    public void Reports_what_departs_from_the_format(string text, string message)
    {
        var (_, findings) = ConfigurationBinder.Bind(RuleChecking.Read(text + "\n", ".vegagate.yaml"));

        findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Message = message, Severity = DiagnosticSeverity.Error, Descriptor = new { Id = "VG8001" } });
    }

    [Fact]
    public void Reports_what_keeps_the_file_from_being_read() =>
        ConfigurationBinder.Bind(RuleChecking.Read("tracker: [local\n", ".vegagate.yaml")).Findings.Should().ContainSingle().Which.Severity.Should().Be(DiagnosticSeverity.Error);

    private static ProjectConfiguration Bind(string text)
    {
        var (configuration, findings) = ConfigurationBinder.Bind(RuleChecking.Read(text, ".vegagate.yaml"));
        findings.Should().BeEmpty();
        return configuration;
    }
}
