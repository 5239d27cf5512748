using System.Text;
using VegaGate.Configuration;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Tests.Configuration;

public sealed class ProbeHostsTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("probes: { hosts: agent.example.com }", "agent.example.com")]
    [InlineData("probes: { hosts: [agent.example.com, '*.example.org'] }", "agent.example.com *.example.org")]
    public void Hosts_that_probes_may_reach_are_named(string text, string hosts)
    {
        var (configuration, findings) = Bind(text);

        findings.Should().BeEmpty();
        string.Join(' ', configuration.ProbeHosts).Should().Be(hosts);
    }

    [Theory]
    [InlineData("probes: { hosts: '*' }")]
    [InlineData("probes: { hosts: '*.' }")]
    [InlineData("probes: { hosts: 'a.*.example.com' }")]
    [InlineData("probes: { hosts: '**.example.com' }")]
    [InlineData("probes: { hosts: 'https://example.com' }")]
    [InlineData("probes: { hosts: 'example.com:443' }")]
    [InlineData("probes: { hosts: 'example.com.' }")]
    [InlineData("probes: { hosts: '[::1]' }")]
    [InlineData("probes: { hosts: 'b\u00FCcher.example' }")]
    [InlineData("probes: {}")]
    [InlineData("probes: [example.com]")]
    [InlineData("probes: { host: example.com }")]
    public void Anything_else_is_refused(string text) => Bind(text).Findings.Should().NotBeEmpty();

    private static (ProjectConfiguration Configuration, IReadOnlyList<VegaGate.Diagnostics.Diagnostic> Findings) Bind(string text)
    {
        var (configuration, findings) = ConfigurationBinder.Bind(YamlReader.Read(".vegagate.yaml", Encoding.UTF8.GetBytes(text + "\n")), DescriptorCatalog.All);
        return (configuration, findings);
    }
}
