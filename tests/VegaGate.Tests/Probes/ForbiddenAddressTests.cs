using System.Net;
using System.Net.Sockets;
using VegaGate.Conditions;
using VegaGate.Probes;
using VegaGate.Probes.Names;
using VegaGate.Probes.Network;

namespace VegaGate.Tests.Probes;

/// <summary>However an address inside is written or come to, no connection is made to it. What is allowed here is everything that a configuration could name.</summary>
public sealed class ForbiddenAddressTests : IDisposable
{
    private const string Source = "tests/VegaGate.Tests/Probes/ForbiddenAddresses.txt";

    private readonly TcpListener _inside = new(IPAddress.IPv6Any, 0) { Server = { DualMode = true } };

    public ForbiddenAddressTests() => _inside.Start();

    public static TheoryData<string, string> Ways { get; } = ReadWays();

    public void Dispose() => _inside.Dispose();

    [Fact]
    public void There_are_more_than_eighty_of_each_sort_together() => Ways.Count.Should().BeGreaterThan(100);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task No_connection_is_made(string way, string text)
    {
        text = text.Replace("{port}", $"{((IPEndPoint)_inside.LocalEndpoint).Port}", StringComparison.Ordinal);
        using var server = new SecureServer(_ => SecureServer.Answer(302, "", $"Location: {Escaped(text)}"), Certificates.Leaf("public.example"));
        var scene = new ProbeScene { Server = null, Roots = Certificates.Roots, Hosts = [HostOf(text), "public.example", "inside.example", "many.example", "*.localhost", "*.local"] };
        scene.Resolve = (host, stop) => host switch
        {
            "public.example" => Task.FromResult(new[] { IPAddress.Parse(ProbeScene.Public) }),
            "inside.example" => Task.FromResult(new[] { IPAddress.Loopback }),
            "many.example" => Task.FromResult(text.Split(',').Select(IPAddress.Parse).ToArray()),
            _ => Dns.GetHostAddressesAsync(host, stop),
        };
        scene.Connect = async (end, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(end.Address.ToString() == ProbeScene.Public ? server.End : new IPEndPoint(IPAddress.Loopback, ((IPEndPoint)_inside.LocalEndpoint).Port), stop);
            return new NetworkStream(socket, ownsSocket: true);
        };

        var answer = await scene.Runner().AskAsync(
            way switch
            {
                "url" => Http(text),
                "redirect" => Http("https://public.example/"),
                "name" => Http("https://many.example/"),
                _ => ProbeScene.Call($"tls: {{ host: '{text}' }}"),
            },
            CancellationToken.None);

        answer.Outcome.Should().Be(ProbeOutcome.Unanswered, answer.Evidence);
        scene.Connected.Select(end => end.Address.ToString()).Should().Equal(way == "redirect" ? [ProbeScene.Public] : []);
        _inside.Pending().Should().BeFalse();
    }

    /// <summary>The check by the text is not what holds: the addresses behind it are checked by themselves.</summary>
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0x7f.1")]
    [InlineData("2130706433")]
    [InlineData("0177.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fe80::1%1")]
    [InlineData("169.254.169.254")]
    [InlineData("localhost")]
    public async Task The_network_itself_refuses_what_is_not_public(string host)
    {
        var connected = 0;
        var network = new PublicNetwork(new AllowedHosts([host]), Dns.GetHostAddressesAsync, (_, _) =>
        {
            connected++;
            return Task.FromResult(Stream.Null);
        });

        await FluentActions.Awaiting(() => network.ConnectAsync(host, 443, CancellationToken.None)).Should().ThrowAsync<UnansweredException>().WithMessage("*public addresses only");

        connected.Should().Be(0);
    }

    [Fact]
    public async Task A_name_that_answers_differently_between_look_up_and_connection_gains_nothing()
    {
        var questions = 0;
        using var server = new SecureServer(_ => SecureServer.Answer(200));
        var scene = new ProbeScene { Server = server.End, Roots = Certificates.Roots };
        scene.Resolve = (_, _) => Task.FromResult(new[] { ++questions == 1 ? IPAddress.Parse(ProbeScene.Public) : IPAddress.Loopback });

        (await scene.AskAsync("http: { url: 'https://agent.example.com/' }")).Outcome.Should().Be(ProbeOutcome.Passed);

        questions.Should().Be(1, "it is asked once");
        scene.Connected.Should().Equal(new IPEndPoint(IPAddress.Parse(ProbeScene.Public), 443));
    }

    [Fact]
    public async Task A_name_that_turns_inside_before_its_redirect_is_followed_is_refused()
    {
        var questions = 0;
        using var server = new SecureServer(_ => SecureServer.Answer(307, "", "Location: /again"));
        var scene = new ProbeScene { Server = server.End, Roots = Certificates.Roots };
        scene.Resolve = (_, _) => Task.FromResult(new[] { ++questions == 1 ? IPAddress.Parse(ProbeScene.Public) : IPAddress.Parse("10.0.0.8") });

        (await scene.AskAsync("http: { url: 'https://agent.example.com/' }")).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "\"agent.example.com\" has a private address, 10.0.0.8, and probes go to public addresses only"));

        scene.Connected.Should().ContainSingle();
    }

    [Fact]
    public void The_program_has_nothing_that_lets_it_reach_other_addresses()
    {
        // What a test puts in, it puts in by the constructors that only tests can call.
        typeof(ProbeRunner).GetConstructors().Should().ContainSingle().Which.GetParameters().Select(parameter => parameter.Name).Should().Equal("hosts", "files", "checks", "time");
        new[] { typeof(PublicNetwork), typeof(NameClient), typeof(AllowedHosts), typeof(ProbeContext) }.Should().OnlyContain(type => !type.IsVisible);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "src/VegaGate.Probes"), "*.cs"))
            File.ReadAllText(file).Should().NotContain("Environment.").And.NotContain("AppContext");
    }

    private static ProbeCall Http(string url) => ProbeScene.Call($"http: {{ url: '{url}' }}");

    /// <summary>A header has no other characters than those of ASCII; a server that breaks this is another test's.</summary>
    private static string Escaped(string text) => string.Concat(text.Select(c => c < 0x80 ? c.ToString() : Uri.EscapeDataString(c.ToString())));

    /// <summary>The host as the framework reads it, so that the list of allowed hosts is not what holds.</summary>
    private static string HostOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.IdnHost.Length > 0 ? address.IdnHost.TrimEnd('.') : text;

    private static TheoryData<string, string> ReadWays()
    {
        var ways = new TheoryData<string, string>();
        foreach (var line in Repository.ReadText(Source).Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
            ways.Add(line.Split(' ', 2)[0], line.Split(' ', 2)[1]);
        return ways;
    }
}
