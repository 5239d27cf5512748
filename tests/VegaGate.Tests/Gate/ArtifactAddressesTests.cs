using VegaGate.Conditions;
using VegaGate.Gate;
using VegaGate.Syntax;

namespace VegaGate.Tests.Gate;

public sealed class ArtifactAddressesTests
{
    [Theory]
    [InlineData(ProbeOutcome.Passed, true)]
    [InlineData(ProbeOutcome.Failed, false)]
    [InlineData(ProbeOutcome.Unanswered, null)]
    public async Task An_address_is_there_when_the_http_probe_says_so(ProbeOutcome outcome, bool? isThere)
    {
        var probes = new Answering(outcome);

        var fact = await new ArtifactAddresses(() => probes, host => host == "docs.example.com").FindAsync("https://Docs.example.com/report", CancellationToken.None);

        fact.Should().Be(new ArtifactFact(isThere, "https://Docs.example.com/report: it answered 200"));
        probes.Asked.Should().ContainSingle().Which.Should().Be(("http", "https://Docs.example.com/report"));
    }

    [Theory]
    [InlineData("https://other.example.com/report")]
    [InlineData("http://docs.example.com/report")]
    [InlineData("docs.example.com/report")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://docs.example.com@other.example.com/")]
    [InlineData("")]
    public async Task What_may_not_be_reached_is_not_asked_for_and_is_a_persons_word(string address)
    {
        var addresses = new ArtifactAddresses(() => throw new InvalidOperationException("nothing is to be asked"), host => host == "docs.example.com");

        (await addresses.FindAsync(address, CancellationToken.None)).Should().BeNull();
    }

    private sealed class Answering(ProbeOutcome outcome) : IProbes
    {
        public List<(string Kind, string Url)> Asked { get; } = [];

        public Task<ProbeAnswer> AskAsync(ProbeCall call, CancellationToken cancellation)
        {
            Asked.Add((call.Kind.Value, ((YamlScalar)((YamlMapping)call.Parameters).Find("url")!.Value).Value));
            return Task.FromResult(new ProbeAnswer(outcome, "it answered 200"));
        }
    }
}
