using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using VegaGate.Conditions;

namespace VegaGate.Tests.Probes;

public sealed class HttpProbeTests
{
    private const string Url = "url: 'https://agent.example.com/health'";

    public static TheoryData<string, string> Garbage { get; } = new()
    {
        { "", "*" },
        { "SSH-2.0-OpenSSH_9.6\r\n", "*" },
        { "HTTP/1.1 abc\r\n\r\n", "*" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\nshort", "*" },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZZ\r\n", "*" },
        { "HTTP/1.1 200 OK\r\nX: " + new string('x', 200_000) + "\r\n\r\n", "*" },
        { "\0\0\0\0\0\0\0\0", "*" },
    };

    [Theory]
    [InlineData("", 200, true)]
    [InlineData("", 204, false)]
    [InlineData(", status: 401", 401, true)]
    [InlineData(", status: 401", 200, false)]
    [InlineData(", status: 302", 302, true)]
    public async Task The_status_is_the_one_that_is_asked_for(string more, int status, bool passes) =>
        (await AskAsync(Url + more, SecureServer.Answer(status, "", "Location: https://elsewhere.example.net/"))).Outcome.Should().Be(passes ? ProbeOutcome.Passed : ProbeOutcome.Failed);

    [Theory]
    [InlineData("www-authenticate: Basic", true)]
    [InlineData("WWW-Authenticate: 'basic realm='", true)]
    [InlineData("www-authenticate: Bearer", false)]
    [InlineData("x-missing: a", false)]
    [InlineData("content-type: json, www-authenticate: vega", true)]
    [InlineData("content-type: json, www-authenticate: zebra", false)]
    public async Task Each_header_is_there_and_holds_its_text(string headers, bool passes) => (await AskAsync(
        $"{Url}, status: 401, headers: {{ {headers} }}", SecureServer.Answer(401, "", "WWW-Authenticate: Basic realm=\"vega\"", "Content-Type: application/json; charset=utf-8")))
        .Outcome.Should().Be(passes ? ProbeOutcome.Passed : ProbeOutcome.Failed);

    [Theory]
    [InlineData("contains: all is well", true)]
    [InlineData("contains: All is well", false)]
    public async Task The_body_holds_the_text(string condition, bool passes) =>
        (await AskAsync($"{Url}, {condition}", SecureServer.Answer(200, "today all is well\n"))).Outcome.Should().Be(passes ? ProbeOutcome.Passed : ProbeOutcome.Failed);

    [Theory]
    [InlineData("status: ok", true)]
    [InlineData("status: OK", false)]
    [InlineData("missing: ok", false)]
    [InlineData("data.status: up", true)]
    [InlineData("data.count: 1", true)]
    [InlineData("data.count: 1.0", true)]
    [InlineData("data.count: '1'", false)]
    [InlineData("data.text: 1", false)]
    [InlineData("data.text: '1'", true)]
    [InlineData("data.count: 2", false)]
    [InlineData("data.ready: true", true)]
    [InlineData("data.ready: 'true'", false)]
    [InlineData("data.ready: false", false)]
    [InlineData("data.none: null", true)]
    [InlineData("data.none: 'null'", false)]
    [InlineData("status: null", false)]
    [InlineData("data: { status: up, count: 1 }", true)]
    [InlineData("data: { status: up, count: 2 }", false)]
    [InlineData("data: up", false)]
    [InlineData("list: [1, two]", true)]
    [InlineData("list: [1]", false)]
    [InlineData("list: [two, 1]", false)]
    [InlineData("list.1: two", true)]
    [InlineData("list.2: two", false)]
    [InlineData("a.b: dotted", true)]
    [InlineData("big: 12345678901234567890123456789", false)]
    [InlineData("exact: 9007199254740993", true)]
    [InlineData("exact: 9007199254740992", false)]
    public async Task Members_of_the_JSON_have_values_of_their_kind(string member, bool passes)
    {
        const string Body = """{"status":"ok","data":{"status":"up","count":1,"text":"1","ready":true,"none":null},"list":[1,"two"],"a.b":"dotted","a":{"b":"nested"},"big":1,"exact":9007199254740993}""";

        var answer = await AskAsync($"{Url}, json: {{ {member} }}", SecureServer.Answer(200, Body));

        answer.Outcome.Should().Be(passes ? ProbeOutcome.Passed : ProbeOutcome.Failed, answer.Evidence);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("")]
    [InlineData("{\"status\":\"ok\"")]
    [InlineData("{\"status\":\"ok\",\"status\":\"ok\"}")]
    public async Task What_everybody_would_not_read_alike_is_no_answer(string body) =>
        (await AskAsync($"{Url}, json: {{ status: ok }}", SecureServer.Answer(200, body))).Outcome.Should().Be(ProbeOutcome.Unanswered);

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"ok\"")]
    public async Task Other_JSON_has_no_members(string body) => (await AskAsync($"{Url}, json: {{ status: ok }}", SecureServer.Answer(200, body))).Outcome.Should().Be(ProbeOutcome.Failed);

    [Fact]
    public async Task Depth_without_end_is_no_answer() =>
        (await AskAsync($"{Url}, json: {{ a: 1 }}", SecureServer.Answer(200, new string('[', 30_000)))).Outcome.Should().Be(ProbeOutcome.Unanswered);

    [Fact]
    public async Task Redirects_are_followed_five_times_and_each_is_checked()
    {
        var count = 0;
        (await AskAsync(Url, _ => ++count <= 5 ? SecureServer.Answer(302, "", $"Location: /{count}") : SecureServer.Answer(200))).Outcome.Should().Be(ProbeOutcome.Passed);

        count = -100;
        (await AskAsync(Url, _ => SecureServer.Answer(302, "", $"Location: /{++count}"))).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "it redirects more than 5 times"));
    }

    [Fact]
    public async Task A_redirect_to_a_host_that_is_not_allowed_is_not_followed() =>
        (await AskAsync(Url, SecureServer.Answer(301, "", "Location: https://elsewhere.example.net/"))).Evidence.Should().Be("the host \"elsewhere.example.net\" is not allowed: name it under `probes.hosts` in .vegagate.yaml");

    [Fact]
    public async Task Nobody_is_asked_about_a_host_that_is_not_allowed()
    {
        var scene = new ProbeScene { Hosts = [], Resolve = (_, _) => throw new InvalidOperationException("asked") };

        (await scene.AskAsync($"http: {{ {Url} }}")).Outcome.Should().Be(ProbeOutcome.Unanswered);

        scene.Connected.Should().BeEmpty();
    }

    [Fact]
    public async Task A_request_gives_nothing_away()
    {
        using var server = new SecureServer(_ => SecureServer.Answer(200, "", "Set-Cookie: a=b"));
        var scene = new ProbeScene { Server = server.End, Roots = Certificates.Roots };

        await scene.AskAsync("http: { url: 'https://agent.example.com:8443/health?a=b#part' }");

        server.Requests.Should().Equal("GET /health?a=b HTTP/1.1\r\nHost: agent.example.com:8443\r\nUser-Agent: vegagate-probe\r\nAccept-Encoding: identity\r\n\r\n");
    }

    [Fact]
    public async Task A_proxy_of_the_system_is_not_asked()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new ProxyForOneHost(new Uri($"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}/"), "agent.example.com");
        try
        {
            (await AskAsync($"{Url}", SecureServer.Answer(200))).Outcome.Should().Be(ProbeOutcome.Passed);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        proxy.Pending().Should().BeFalse();
    }

    [Theory]
    [InlineData("https://agent.example.com:22/", 22)]
    [InlineData("https://agent.example.com.:8443/x", 8443)]
    [InlineData("//agent.example.com:444", 444)]
    public async Task A_redirect_to_another_port_goes_to_an_address_that_is_checked_anew(string location, int port)
    {
        using var server = new SecureServer(_ => SecureServer.Answer(307, "", $"Location: {location}"));
        var scene = new ProbeScene { Server = server.End, Roots = Certificates.Roots };
        var questions = 0;
        scene.Resolve = (_, _) => Task.FromResult<IPAddress[]>(questions++ % 2 == 0 ? [IPAddress.Parse(ProbeScene.Public)] : [IPAddress.Parse(ProbeScene.Public), IPAddress.Parse("10.0.0.8")]);

        (await scene.AskAsync($"http: {{ {Url} }}")).Evidence.Should().Contain("has a private address, 10.0.0.8", "of port {0}", port);

        scene.Connected.Should().Equal(new IPEndPoint(IPAddress.Parse(ProbeScene.Public), 443));
    }

    [Fact]
    public async Task A_body_is_read_to_64_KiB_and_one_that_is_larger_is_no_answer()
    {
        (await AskAsync($"{Url}, contains: end", SecureServer.Answer(200, new string(' ', (64 * 1024) - 3) + "end"))).Outcome.Should().Be(ProbeOutcome.Passed);
        (await AskAsync($"{Url}, contains: end", SecureServer.Answer(200, "end" + new string(' ', 64 * 1024)))).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "the body is larger than 64 KiB"));
    }

    [Fact]
    public async Task A_compressed_body_is_not_unpacked()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            await gzip.WriteAsync(new byte[50_000_000]);

        (await AskAsync($"{Url}, contains: a", SecureServer.Answer(200, packed.ToArray(), "Content-Encoding: gzip"))).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "the body is compressed, though that was not asked for"));
    }

    [Fact]
    public async Task A_body_that_is_no_UTF_8_is_no_answer() =>
        (await AskAsync($"{Url}, contains: a", SecureServer.Answer(200, [(byte)'a', 0xC3, 0x28]))).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "the body is no UTF-8 text"));

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_server_error_is_asked_about_once_more(int status)
    {
        var count = 0;
        (await AskAsync(Url, _ => ++count == 1 ? SecureServer.Answer(status) : SecureServer.Answer(200))).Outcome.Should().Be(ProbeOutcome.Passed);

        (await AskAsync(Url, SecureServer.Answer(status))).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, $"the status is {status}, and not 200"));
    }

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Garbage_is_no_answer(string answer, string evidence)
    {
        var said = await AskAsync($"{Url}, contains: short", Encoding.Latin1.GetBytes(answer));

        said.Outcome.Should().Be(ProbeOutcome.Unanswered);
        said.Evidence.Should().Match(evidence);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_given_up_after_five_seconds_and_one_more_attempt()
    {
        var clock = new ManualTimeProvider();
        var scene = new ProbeScene { Time = clock, Connect = async (_, stop) => { await Task.Delay(Timeout.InfiniteTimeSpan, stop); return Stream.Null; } };

        clock.Run(() => scene.AskAsync($"http: {{ {Url} }}")).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "no answer came within 5 s"));

        clock.Elapsed.Should().Be(TimeSpan.FromSeconds(11));
        scene.Connected.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_has_failed()
    {
        var clock = new ManualTimeProvider();
        using var server = new SecureServer(_ =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(700));
            return SecureServer.Answer(200);
        });
        var scene = new ProbeScene { Server = server.End, Roots = Certificates.Roots, Time = clock };

        (await scene.AskAsync($"http: {{ {Url}, within: 700ms }}")).Outcome.Should().Be(ProbeOutcome.Passed);
        (await scene.AskAsync($"http: {{ {Url}, within: 699ms }}")).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, "the answer took 700 ms, and 699 ms are allowed"));
    }

    [Fact]
    public async Task A_refused_connection_and_a_name_without_an_address_are_no_answer()
    {
        var refused = new ProbeScene { Connect = (_, _) => throw new SocketException((int)SocketError.ConnectionRefused) };
        (await refused.AskAsync($"http: {{ {Url} }}")).Should().Match<ProbeAnswer>(answer => answer.Outcome == ProbeOutcome.Unanswered && answer.Evidence.StartsWith("\"agent.example.com\" cannot be reached at port 443: "));
        refused.Connected.Should().HaveCount(2, "it is tried once more");

        var unknown = new ProbeScene { Resolve = (_, _) => throw new SocketException((int)SocketError.HostNotFound) };
        (await unknown.AskAsync($"http: {{ {Url} }}")).Should().Match<ProbeAnswer>(answer => answer.Outcome == ProbeOutcome.Unanswered && answer.Evidence.StartsWith("no address of \"agent.example.com\" can be found: "));
        (await new ProbeScene { Resolve = (_, _) => Task.FromResult(Array.Empty<System.Net.IPAddress>()) }.AskAsync($"http: {{ {Url} }}")).Evidence.Should().EndWith("it has no address");
    }

    [Fact]
    public async Task A_certificate_for_another_name_or_of_a_stranger_is_no_answer()
    {
        using var other = new SecureServer(_ => SecureServer.Answer(200), Certificates.Leaf("other.example.com"));
        (await new ProbeScene { Server = other.End, Roots = Certificates.Roots }.AskAsync($"http: {{ {Url} }}")).Should().Match<ProbeAnswer>(answer => answer.Outcome == ProbeOutcome.Unanswered && answer.Evidence.StartsWith("no secure connection was made: "));

        using var strange = new SecureServer(_ => SecureServer.Answer(200), Certificates.Leaf("agent.example.com", authority: Certificates.MakeAuthority("CN=Stranger")));
        (await new ProbeScene { Server = strange.End, Roots = Certificates.Roots }.AskAsync($"http: {{ {Url} }}")).Outcome.Should().Be(ProbeOutcome.Unanswered);
    }

    [Fact]
    public async Task Evidence_is_short_and_on_one_line()
    {
        var answer = await AskAsync($"{Url}, json: {{ a: b }}", SecureServer.Answer(200, $$"""{"a":"::error::x\n\u001b[31m<b>@zev `{{new string('y', 5_000)}}"}"""));

        answer.Outcome.Should().Be(ProbeOutcome.Failed);
        answer.Evidence.Should().StartWith("\"a\" is the text \"::error::x [31m<b>@zev `yyy").And.EndWith("yy…\", and not the text \"b\"").And.NotContainAny("\n", "\u001b");
        answer.Evidence.Length.Should().BeLessThan(200);
    }

    private static Task<ProbeAnswer> AskAsync(string parameters, byte[] answer) => AskAsync(parameters, _ => answer);

    private static async Task<ProbeAnswer> AskAsync(string parameters, Func<string, byte[]?> answer)
    {
        using var server = new SecureServer(answer);
        return await new ProbeScene { Server = server.End, Roots = Certificates.Roots }.AskAsync($"http: {{ {parameters} }}");
    }

    /// <summary>As a variable of the environment would name one; for other hosts there is none, so that other tests are left alone.</summary>
    private sealed class ProxyForOneHost(Uri proxy, string host) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => proxy;

        public bool IsBypassed(Uri destination) => destination.Host != host;
    }
}
