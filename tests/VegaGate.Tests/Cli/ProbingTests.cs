using System.Text.Json;

namespace VegaGate.Tests.Cli;

/// <summary>The gate with probes, on the embedded tracker.</summary>
public sealed class ProbingTests : IDisposable
{
    private readonly ProgramFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_item_that_is_signed_off_passes_when_its_probes_do()
    {
        Sign("file: { path: REPORT.md, not-empty: true }", "text: { in: REPORT.md, absent: TODO }");

        _folder.Run("gate", "--details").Should().Be(1);
        _folder.Output.Should().Contain("probe-failed").And.Contain("Signed off, but `file` says otherwise: no tracked file is \"REPORT.md\".");

        _folder.Write("REPORT.md", "TODO\n").Run("gate", "--details").Should().Be(1);
        _folder.Output.Should().Contain("`text` says otherwise: \"TODO\" stands in \"REPORT.md\", line 1.");

        _folder.Write("REPORT.md", "All done.\n").Run("gate").Should().Be(0, _folder.Output);
    }

    [Theory]
    [InlineData("http: { url: 'https://agent.example.com/' }", "`http` could not be checked, and what is not known holds: the host \"agent.example.com\" is not allowed: name it under `probes.hosts` in .vegagate.yaml.")]
    [InlineData("tls: { host: agent.example.com }", "`tls` could not be checked, and what is not known holds: the host \"agent.example.com\" is not allowed")]
    [InlineData("dns: { name: agent.example.com }", "`dns` could not be checked, and what is not known holds: the host \"agent.example.com\" is not allowed")]
    [InlineData("check: { name: test }", "`check` could not be checked, and what is not known holds: checks are on GitHub, and the embedded tracker cannot ask for them.")]
    [InlineData("pull-request: { number: 7 }", "`pull-request` could not be checked, and what is not known holds: pull requests are on GitHub")]
    [InlineData("file: { path: checklists/a.yaml, newer-than: 1d }", "`file` could not be checked, and what is not known holds: ")]
    public void What_cannot_be_asked_holds(string probe, string sentence)
    {
        Sign(probe);

        _folder.Run("gate", "--details").Should().Be(1);
        _folder.Output.Should().Contain("probe-error").And.Contain(sentence);
    }

    [Fact]
    public void A_host_that_the_configuration_allows_is_asked_about()
    {
        // The name is on this machine, and so is refused after it was looked up.
        _folder.Write(".vegagate.yaml", "rules: { private-address: off }\nprobes: { hosts: [localhost] }\n");
        Sign("tls: { host: localhost }");

        _folder.Run("gate", "--details").Should().Be(1);
        _folder.Output.Should().Contain("\"localhost\" has a loopback address, ").And.Contain("probes go to public addresses only");
    }

    [Fact]
    public void Only_what_decides_asks()
    {
        Sign("file: { path: REPORT.md }");
        _folder.Write("REPORT.md", "x");

        _folder.Run("respond", "--tracker", "local").Should().Be(0);
        _folder.Output.Should().Contain("decision: pass (signed-off), 0 items not clear");
        _folder.Run("run", "--tracker", "local").Should().Be(0);
        _folder.Output.Should().EndWith("decision: pass\n");
    }

    [Fact]
    public void Evidence_from_outside_is_data_in_every_format()
    {
        if (OperatingSystem.IsWindows())
            return;
        const string Hostile = "::error::boom\u001b[31m ##[error]x <img src=x> @zev #1 `code` [a](javascript:b) |.txt";
        Sign("text: { absent: needle }");
        _folder.Write(Hostile, "needle");

        _folder.Run("gate", "--details").Should().Be(1);
        _folder.Output.Should().Contain("\"needle\" stands in ").And.NotContain("\u001b").And.NotContain("##[").And.NotMatchRegex("(?m)^\\s*::error::");

        _folder.Run("gate", "--format", "markdown").Should().Be(1);
        _folder.Output.Should().Contain("needle").And.NotContain("\u001b").And.NotContain("<img");

        _folder.Run("gate", "--format", "json").Should().Be(1);
        using var json = JsonDocument.Parse(_folder.Output);
        json.RootElement.ToString().Should().Contain("needle");
        _folder.Output.Should().NotContain("\u001b");
    }

    private void Sign(params string[] probes)
    {
        _folder.Write("checklists/a.yaml", $"""
            checklist: a
            title: A
            people: {"{ zev: { github: zev-dev } }"}
            sections:
              - id: s
                title: S
                owners: zev
                items:
                  - id: "1.1"
                    title: T
                    verify:
            {string.Join('\n', probes.Select(probe => $"          - {probe}"))}

            """);
        _folder.Run("apply", "--tracker", "local").Should().Be(0, _folder.Error);
        _folder.Run("say", "1.1", "/done", "--as", "zev").Should().Be(0, _folder.Error);
    }
}
