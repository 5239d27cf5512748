using VegaGate.Rules.PassConditions;
using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.PassConditions;

public sealed class ProbesTests
{
    [Fact]
    public void Reports_a_probe_of_no_kind() => new UnknownProbe().ShouldReport(
        "checklist: a\nsections: [{ items: [{ id: a, verify: [{ [|htp|]: {} }, { http: {} }, { pull-request: {} }, { [|telepathy|]: {} }] }] }]\n",
        "There is no probe `htp`; did you mean `http`?",
        "There is no probe `telepathy`; there are `http`, `tls`, `dns`, `file`, `text`, `check`, `pull-request`.");

    [Fact]
    public void Reports_an_entry_that_names_no_probe() => new UnknownProbe().ShouldReport(
        "checklist: a\nsections: [{ items: [{ id: a, verify: [[|{}|], { http: {} }] }, { id: b, verify: [] }] }]\n",
        "This entry names no probe, and nothing is checked; there are `http`, `tls`, `dns`, `file`, `text`, `check`, `pull-request`.");

    [Theory]
    [InlineData("https://user@agent.example.com/x", "holds a user name or a password, and probes give nobody credentials")]
    [InlineData("https://agent.example.com/x y", "holds blanks, control characters or backslashes")]
    [InlineData("https://agent.example.com\\x", "holds blanks, control characters or backslashes")]
    [InlineData("https://agent.example.com:99999/", "cannot be read")]
    public void Reports_an_address_that_the_probe_would_not_ask(string url, string fault) => new PrivateAddress().ShouldReport(
        $"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ http: {{ url: [|'{url}'|] }} }}] }}] }}]\n", $"An `http` probe does not ask this address: it {fault}.");

    [Theory]
    [InlineData("https://localhost/", "a name of the local machine or network")]
    [InlineData("https://LOCALHOST.:8443", "a name of the local machine or network")]
    [InlineData("https://a.localhost", "a name of the local machine or network")]
    [InlineData("https://metadata.google.internal/", "a name of the local machine or network")]
    [InlineData("https://intranet/", "a name of the local machine or network")]
    [InlineData("https://printer.lan", "a name of the local machine or network")]
    [InlineData("https://nas.home.arpa:8443", "a name of the local machine or network")]
    [InlineData("https://printer.LOCAL.", "a name of the local machine or network")]
    [InlineData("https://4294967296", "a name of the local machine or network")]
    [InlineData("https://127.0.0.1", "a loopback address")]
    [InlineData("https://127.1/health", "a loopback address")]
    [InlineData("https://2130706433", "a loopback address")]
    [InlineData("https://0x7f000001", "a loopback address")]
    [InlineData("https://0x7F.0.0.01", "a loopback address")]
    [InlineData("https://017700000001", "a loopback address")]
    [InlineData("https://0177.0.0.1.", "a loopback address")]
    [InlineData("https://%31%32%37.0.0.1", "a loopback address")]
    [InlineData("https://１２７。０．０｡１", "a loopback address")]
    [InlineData("https://①②⑦.⓪.⓪.①", "a loopback address")]
    [InlineData("https://ⓛocalhost", "a name of the local machine or network")]
    [InlineData("https://user:secret@127.0.0.1:443/", "a loopback address")]
    [InlineData("https://example.com@10.0.0.1", "a private address")]
    [InlineData(@"https://10.0.0.1\@example.com", "a private address")]
    [InlineData("https:////10.0.0.1", "a private address")]
    [InlineData("https://172.16.0.1", "a private address")]
    [InlineData("https://172.31.255.255?x", "a private address")]
    [InlineData("https://192.168.1.1#x", "a private address")]
    [InlineData("https://169.254.169.254/latest/meta-data", "a link-local address")]
    [InlineData("https://100.64.0.1", "a shared address")]
    [InlineData("https://224.0.0.1", "a multicast address")]
    [InlineData("https://255.255.255.255", "a reserved address")]
    [InlineData("https://198.18.0.1", "a reserved address")]
    [InlineData("https://192.0.0.8", "a reserved address")]
    [InlineData("https://0", "an address of this machine")]
    [InlineData("https://[", "no address")]
    [InlineData("https://[::]", "an address of this machine")]
    [InlineData("https://[::1]:8443/", "a loopback address")]
    [InlineData("https://[0:0:0:0:0:0:0:1]", "a loopback address")]
    [InlineData("https://[::ffff:8.8.8.8]", "a mapped address")]
    [InlineData("https://[::7f00:1]", "a mapped address")]
    [InlineData("https://[::ffff:0:127.0.0.1]", "a mapped address")]
    [InlineData("https://[64:ff9b::a00:1]", "a translated address")]
    [InlineData("https://[64:ff9b:1::1]", "a translated address")]
    [InlineData("https://[2002:7f00:1::]", "a translated address")]
    [InlineData("https://[fe80::1%25eth0]", "a link-local address")]
    [InlineData("https://[fec0::1]", "a private address")]
    [InlineData("https://[fd00::1]", "a unique-local address")]
    [InlineData("https://[ff02::1]", "a multicast address")]
    [InlineData("https://[not-an-address]", "no address")]
    [InlineData("https://[1:2:3]", "no address")]
    [InlineData("https://[1::2::3]", "no address")]
    [InlineData("https://[1:2:3:4:5:6:7:8:9]", "no address")]
    [InlineData("https://[1.2.3.4]", "no address")]
    [InlineData("https://", "missing")]
    [InlineData("https://:443/", "missing")]
    public void Reports_a_host_that_is_not_public(string url, string fault) => new PrivateAddress().ShouldReport(
        $"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ http: {{ url: [|'{url}'|] }} }}] }}] }}]\n", $"An `http` probe takes a public address, but the host here is {fault}; name a public host.");

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("ftp://example.com")]
    [InlineData("//example.com")]
    [InlineData("example.com")]
    public void Reports_what_is_not_encrypted(string url) => new PrivateAddress().ShouldReport(
        $"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ http: {{ url: [|'{url}'|] }} }}] }}] }}]\n", "An `http` probe takes an address that begins with `https://`.");

    [Theory]
    [InlineData("https://example.com/health?at=127.0.0.1")]
    [InlineData("HTTPS://agent.example.com:8443/")]
    [InlineData("https://8.8.8.8")]
    [InlineData("https://172.32.0.1")]
    [InlineData("https://100.128.0.1")]
    [InlineData("https://11.0.0.1")]
    [InlineData("https://1.2.3.4.5")]
    [InlineData("https://256.0.0.1")]
    [InlineData("https://lan.example.com")]
    [InlineData("https://home.arpa.example")]
    [InlineData("https://089.example")]
    [InlineData("https://bücher.example")]
    [InlineData("https://10.example.com")]
    [InlineData("https://localhost.example.com")]
    [InlineData("https://[2606:4700::1111]")]
    public void Leaves_a_public_host_alone(string url) =>
        new PrivateAddress().ShouldBeSilent($"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ http: {{ url: '{url}' }} }}] }}] }}]\n");

    [Theory]
    [InlineData("tls", "host", "10.0.0.1", "a private address")]
    [InlineData("tls", "host", "localhost", "a name of the local machine or network")]
    [InlineData("tls", "host", "0x7F.1", "a loopback address")]
    [InlineData("dns", "name", "localhost", "a name of the local machine or network")]
    [InlineData("dns", "name", "Printer.LAN", "a name of the local machine or network")]
    [InlineData("dns", "name", "db.internal", "a name of the local machine or network")]
    public void Reports_a_server_or_a_name_that_is_not_public(string probe, string key, string host, string fault) => new PrivateAddress().ShouldReport(
        $"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ {probe}: {{ {key}: [|{host}|] }} }}] }}] }}]\n", $"The probe `{probe}` takes a public host, but this is {fault}; name a public host.");

    [Theory]
    [InlineData("tls: { host: agent.example.com }")]
    [InlineData("dns: { name: _dmarc.example.com }")]
    [InlineData("tls: { host: 8.8.8.8 }")]
    [InlineData("check: { name: localhost }")]
    public void Leaves_a_public_server_and_other_words_alone(string probe) => new PrivateAddress().ShouldBeSilent($"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ {probe} }}] }}] }}]\n");

    [Fact]
    public void Leaves_other_probes_and_what_cannot_be_read_alone() =>
        new PrivateAddress().ShouldBeSilent("checklist: a\nsections: [{ items: [{ id: a, verify: [{ tls: { url: x } }, { http: x }, { http: [x] }, { http: { url: [x] } }, { http: { url: ~ } }, { http: {} }] }] }]\n");

    [Fact]
    public void Reports_a_parameter_that_a_probe_does_not_have() => new UnknownProbeParameter().ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - { id: a, verify: [{ http: { [|ulr|]: x, status: 200, json: { anything: [goes] } } }, { pull-request: { [|telepathy|]: 7 } }, { telepathy: { url: x } }] }
        """,
        "The probe `http` has no parameter `ulr`; did you mean `url`? In all, it has `url`, `status`, `headers`, `contains`, `json`, `within`.",
        "The probe `pull-request` has no parameter `telepathy`; it has `number`, `approved`.");

    [Theory]
    [InlineData("http: { [|status|]: 200 }", "The probe `http` has no `url`; add it, as text of one line. In all, it has `url`, `status`, `headers`, `contains`, `json`, `within`.")]
    [InlineData("tls: [|{}|]", "The probe `tls` has no `host`; add it, as a host name such as agent.example.com. In all, it has `host`, `port`, `valid-for`.")]
    [InlineData("dns: { [|type|]: MX }", "The probe `dns` has no `name`; add it, as a host name such as agent.example.com. In all, it has `name`, `type`, `value`.")]
    [InlineData("file: [|{}|]", "The probe `file` has no `path`; add it, as text of one line. In all, it has `path`, `not-empty`, `newer-than`.")]
    [InlineData("check: { [|app|]: x }", "The probe `check` has no `name`; add it, as text of one line. In all, it has `name`, `app`.")]
    [InlineData("pull-request: [|{}|]", "The probe `pull-request` has no `number`; add it, as a whole number from 1. In all, it has `number`, `approved`.")]
    [InlineData("text: { [|in|]: a.md }", "The probe `text` asks for nothing; add `present` or `absent` or `secrets`. In all, it has `in`, `present`, `absent`, `secrets`.")]
    [InlineData("text: [|{}|]", "The probe `text` asks for nothing; add `present` or `absent` or `secrets`. In all, it has `in`, `present`, `absent`, `secrets`.")]
    public void Reports_a_parameter_that_a_probe_needs(string probe, string message) =>
        new MissingProbeParameter().ShouldReport($"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ {probe} }}] }}] }}]\n", message);

    [Theory]
    [InlineData("http: { url: \"https://example.com\", status: 204, contains: ok, json: { ready: true, parts: { a: 1 } } }")]
    [InlineData("tls: { host: example.com, port: 8443, valid-for: 30d }")]
    [InlineData("dns: { name: _dmarc.example.com, type: TXT, value: v=DMARC1 }")]
    [InlineData("file: { path: docs/*.md }")]
    [InlineData("text: { in: [a.md, b.md], absent: TODO }")]
    [InlineData("text: { present: Released }")]
    [InlineData("text: { in: src/, absent: { pattern: 'TODO|FIXME' } }")]
    [InlineData("text: { secrets: absent }")]
    [InlineData("http: { url: \"https://example.com\", headers: { content-type: json }, json: { data.status: ok }, within: 500ms }")]
    [InlineData("file: { path: docs/a.md, not-empty: true, newer-than: 30d }")]
    [InlineData("pull-request: { number: 7, approved: true }")]
    [InlineData("check: { name: build / test, app: github-actions }")]
    [InlineData("pull-request: { number: 7 }")]
    public void Leaves_a_whole_probe_alone(string probe)
    {
        var list = $"checklist: a\ntitle: A\npeople: {{ zev: {{ github: zev }} }}\nsections: [{{ id: s, title: S, items: [{{ id: a, title: T, owners: zev, verify: [{{ {probe} }}] }}] }}]\n";

        RuleChecking.Validate(list).Should().BeEmpty();
    }

    [Theory]
    [InlineData("http: { url: u, status: [|ok|] }", "`status` takes a whole number from 100 to 599, but `ok` stands here.")]
    [InlineData("http: { url: u, status: [|600|] }", "`status` takes a whole number from 100 to 599, but `600` stands here.")]
    [InlineData("tls: { host: [|a..b|] }", "`host` takes a host name such as agent.example.com, but `a..b` stands here.")]
    [InlineData("tls: { host: a, port: [|65536|] }", "`port` takes a whole number from 1 to 65535, but `65536` stands here.")]
    [InlineData("dns: { name: a, type: [|a|] }", "`type` takes one of A, AAAA, CAA, CNAME, MX, NS, TXT, but `a` stands here.")]
    [InlineData("http: { url: u, within: [|6s|] }", "`within` takes a time of at most five seconds, such as 500ms or 2s, but `6s` stands here.")]
    [InlineData("http: { url: u, headers: { [|'a b'|]: c } }", "`headers` takes a header, such as content-type, but `a b` stands here.")]
    [InlineData("text: { secrets: [|present|] }", "`secrets` takes one of absent, but `present` stands here.")]
    [InlineData("pull-request: { number: [|'#7'|] }", "`number` takes a whole number from 1, but `#7` stands here.")]
    public void Says_of_a_wrong_value_what_it_says_of_every_other(string probe, string message) =>
        new InvalidValue().ShouldReport($"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ {probe} }}] }}] }}]\n", message);

    [Theory]
    [InlineData("http: [|u|]", "`http` takes a mapping (http probe), but a single value stands here.")]
    [InlineData("[|http|]:", "`http` takes a mapping (http probe), but nothing stands here.")]
    [InlineData("http: { url: [|[u]|] }", "`url` takes text of one line, but a list stands here.")]
    public void Says_of_another_kind_of_value_what_it_says_of_every_other(string probe, string message) =>
        new WrongType().ShouldReport($"checklist: a\nsections: [{{ items: [{{ id: a, verify: [{{ {probe} }}] }}] }}]\n", message);

    [Fact]
    public void Says_of_each_fault_one_thing() => RuleChecking.Validate(
            "checklist: a\ntitle: A\npeople: { zev: { github: zev } }\nsections: [{ id: s, title: S, items: [{ id: a, title: T, owners: zev, verify: [{ htp: {} }, { file: { path: p, pat: q } }, { tls: {} }] }] }]\n")
        .Select(finding => finding.Descriptor.Id).Should().Equal("VG5002", "VG5006", "VG5007");
}
