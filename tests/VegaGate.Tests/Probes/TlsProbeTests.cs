using System.Security.Cryptography.X509Certificates;
using VegaGate.Conditions;

namespace VegaGate.Tests.Probes;

public sealed class TlsProbeTests
{
    [Theory]
    [InlineData("host: agent.example.com", true)]
    [InlineData("host: AGENT.example.com, port: 8443", true)]
    [InlineData("host: agent.example.com, valid-for: 80d", true)]
    [InlineData("host: agent.example.com, valid-for: 91d", false)]
    public async Task A_certificate_holds_and_is_valid_for_long_enough(string parameters, bool passes)
    {
        var answer = await AskAsync(parameters, Certificates.Leaf("agent.example.com"));

        answer.Outcome.Should().Be(passes ? ProbeOutcome.Passed : ProbeOutcome.Failed, answer.Evidence);
        answer.Evidence.Should().MatchRegex("is valid until 20[0-9-]+T[0-9:]+Z");
    }

    [Fact]
    public async Task The_first_end_of_the_chain_counts()
    {
        var answer = await AskAsync("host: agent.example.com, valid-for: 450d", Certificates.Leaf("agent.example.com", validDays: 399));

        answer.Outcome.Should().Be(ProbeOutcome.Failed);
    }

    [Fact]
    public async Task A_certificate_for_another_name_has_failed() =>
        (await AskAsync("host: agent.example.com", Certificates.Leaf("other.example.com"))).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, "the certificate of agent.example.com does not hold: it is for another name"));

    [Fact]
    public async Task A_certificate_that_has_ended_has_failed() => (await AskAsync("host: agent.example.com", Certificates.Leaf("agent.example.com", validDays: -1, sinceDays: 30))).Should()
        .Match<ProbeAnswer>(answer => answer.Outcome == ProbeOutcome.Failed && answer.Evidence.StartsWith("the certificate of agent.example.com does not hold: "));

    [Fact]
    public async Task A_certificate_of_a_stranger_has_failed() =>
        (await AskAsync("host: agent.example.com", Certificates.Leaf("agent.example.com", authority: Certificates.MakeAuthority("CN=Stranger")))).Outcome.Should().Be(ProbeOutcome.Failed);

    [Fact]
    public async Task What_speaks_no_TLS_is_no_answer()
    {
        var scene = new ProbeScene { Connect = (_, _) => Task.FromResult<Stream>(new MemoryStream("SSH-2.0-OpenSSH\r\n"u8.ToArray())), Roots = Certificates.Roots };

        (await scene.AskAsync("tls: { host: agent.example.com }")).Outcome.Should().Be(ProbeOutcome.Unanswered);
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_is_not_greeted()
    {
        var scene = new ProbeScene();

        (await scene.AskAsync("tls: { host: example.com }")).Outcome.Should().Be(ProbeOutcome.Unanswered);

        scene.Connected.Should().BeEmpty();
    }

    private static async Task<ProbeAnswer> AskAsync(string parameters, X509Certificate2 certificate)
    {
        using var server = new SecureServer(_ => null, certificate);
        return await new ProbeScene { Server = server.End, Roots = Certificates.Roots }.AskAsync($"tls: {{ {parameters} }}");
    }
}
