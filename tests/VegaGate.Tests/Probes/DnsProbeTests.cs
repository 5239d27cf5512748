using System.Text;
using FsCheck.Fluent;
using VegaGate.Conditions;
using VegaGate.Probes.Names;

namespace VegaGate.Tests.Probes;

public sealed class DnsProbeTests
{
    private const string Host = "agent.example.com";

    [Theory]
    [InlineData("", "c6336407", 1, true)]
    [InlineData(", value: 198.51.100.7", "c6336407", 1, true)]
    [InlineData(", value: 198.51.100.8", "c6336407", 1, false)]
    [InlineData(", type: AAAA, value: '2606:2800:0220:0001:0:0:0:1'", "26062800022000010000000000000001", 28, true)]
    [InlineData(", type: AAAA, value: '2606:2800:220:1::2'", "26062800022000010000000000000001", 28, false)]
    [InlineData(", type: CAA, value: '0 issue \"letsencrypt.org\"'", "000569737375656c657473656e63727970742e6f7267", 257, true)]
    [InlineData(", type: CAA, value: 0 ISSUE letsencrypt.org", "000569737375656c657473656e63727970742e6f7267", 257, true)]
    [InlineData(", type: CAA, value: '0 issue \"other.org\"'", "000569737375656c657473656e63727970742e6f7267", 257, false)]
    [InlineData(", type: CAA, value: '128 issue \"letsencrypt.org\"'", "000569737375656c657473656e63727970742e6f7267", 257, false)]
    [InlineData(", type: TXT, value: ab", "01610162", 16, true)]
    [InlineData(", type: TXT, value: a b", "01610162", 16, false)]
    [InlineData(", type: TXT, value: AB", "01610162", 16, false)]
    [InlineData(", type: TXT, value: 'a\\255'", "0261ff", 16, true)]
    public async Task A_name_has_a_record(string more, string data, int type, bool passes) =>
        (await AskAsync(more, question => NameServer.Answer(question, 0, (type, Convert.FromHexString(data))))).Outcome.Should().Be(passes ? ProbeOutcome.Passed : ProbeOutcome.Failed);

    [Theory]
    [InlineData("CNAME", 5, "Edge.Example.net.", true)]
    [InlineData("CNAME", 5, "other.example.net", false)]
    [InlineData("NS", 2, "edge.example.net", true)]
    [InlineData("MX", 15, "10 edge.example.net", true)]
    [InlineData("MX", 15, "edge.example.net", true)]
    [InlineData("MX", 15, "20 edge.example.net", false)]
    public async Task A_record_names_a_host(string word, int type, string value, bool passes) => (await AskAsync(
        $", type: {word}, value: {value}", question => NameServer.Answer(question, 0, (type, [.. type == 15 ? new byte[] { 0, 10 } : [], .. NameServer.Name("edge.example.NET")]))))
        .Outcome.Should().Be(passes ? ProbeOutcome.Passed : ProbeOutcome.Failed);

    [Fact]
    public async Task Every_record_that_is_named_is_there()
    {
        var two = new[] { (1, new byte[] { 198, 51, 100, 7 }), (1, new byte[] { 198, 51, 100, 8 }) };

        (await AskAsync(", value: [198.51.100.8, 198.51.100.7]", question => NameServer.Answer(question, 0, two))).Should().Be(new ProbeAnswer(ProbeOutcome.Passed, $"{Host} has the A records \"198.51.100.7\", \"198.51.100.8\""));
        (await AskAsync(", value: [198.51.100.8, 198.51.100.9]", question => NameServer.Answer(question, 0, two))).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, $"{Host} has no A record \"198.51.100.9\", but \"198.51.100.7\", \"198.51.100.8\""));
    }

    [Fact]
    public async Task An_alias_is_followed_and_a_record_of_another_name_does_not_count()
    {
        var owner = NameServer.Name(Host);
        var alias = NameServer.Name("edge.example.net");

        (await AskAsync(", value: 198.51.100.7", question => NameServer.Answer(question, 0, [(alias, 1, [198, 51, 100, 7]), (owner, 5, alias)]))).Outcome.Should().Be(ProbeOutcome.Passed);
        (await AskAsync(", value: 198.51.100.7", question => NameServer.Answer(question, 0, [(NameServer.Name("evil.example.net"), 1, [198, 51, 100, 7])]))).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, $"{Host} has no A record"));
        (await AskAsync("", question => NameServer.Answer(question, 0, [(owner, 5, alias), (alias, 5, owner)]))).Outcome.Should().Be(ProbeOutcome.Failed, "a circle has no address");
    }

    [Fact]
    public async Task A_name_that_is_not_there_has_failed_and_a_server_that_fails_is_no_answer()
    {
        (await AskAsync("", question => NameServer.Answer(question, 3))).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, $"there is no name {Host}"));
        (await AskAsync("", question => NameServer.Answer(question, 2))).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "the name server fails, with the code 2"));
        (await AskAsync("", question => NameServer.Answer(question, 5))).Outcome.Should().Be(ProbeOutcome.Unanswered);
    }

    [Fact]
    public async Task What_does_not_fit_is_asked_by_TCP()
    {
        var text = Encoding.ASCII.GetBytes(new string('x', 250));
        using var server = new NameServer(
            question => [NameServer.Answer(question, 0, [], flags: 0x8380)],
            question => NameServer.Framed(NameServer.Answer(question, 0, [.. Enumerable.Range(0, 20).Select(_ => (16, (byte[])[250, .. text]))])));

        (await new ProbeScene { NameServers = [server.End] }.AskAsync($"dns: {{ name: {Host}, type: TXT, value: {new string('x', 250)} }}")).Outcome.Should().Be(ProbeOutcome.Passed);
    }

    [Fact]
    public async Task An_answer_by_TCP_that_breaks_off_is_no_answer()
    {
        using var server = new NameServer(question => [NameServer.Answer(question, 0, [], flags: 0x8380)], question => [0xFF, 0xFF, .. question]);

        (await new ProbeScene { NameServers = [server.End] }.AskAsync($"dns: {{ name: {Host} }}")).Outcome.Should().Be(ProbeOutcome.Unanswered);
    }

    [Fact]
    public async Task A_datagram_that_answers_something_else_is_passed_over()
    {
        byte[] right = [198, 51, 100, 7];
        byte[] wrong = [198, 51, 100, 66];
        using var server = new NameServer(question =>
        [
            [],
            [1, 2, 3],
            NameServer.Answer([(byte)~question[0], .. question[1..]], 0, (1, wrong)),
            NameServer.Answer([question[0], question[1], .. question[2..12], .. NameServer.Name("other.example.com"), 0, 1, 0, 1], 0, (1, wrong)),
            NameServer.Answer(question, 0, [([0xC0, 12], 1, wrong)], flags: 0x0180),
            NameServer.Answer(question, 0, (1, right)),
        ]);

        (await new ProbeScene { NameServers = [server.End] }.AskAsync($"dns: {{ name: {Host}, value: 198.51.100.7 }}")).Should().Be(new ProbeAnswer(ProbeOutcome.Passed, $"{Host} has the A record \"198.51.100.7\""));
    }

    [Fact]
    public async Task The_second_server_is_asked_where_the_first_fails()
    {
        using var first = new NameServer(question => [NameServer.Answer(question, 2)]);
        using var second = new NameServer(question => [NameServer.Answer(question, 0, (1, [198, 51, 100, 7]))]);

        (await new ProbeScene { NameServers = [first.End, second.End] }.AskAsync($"dns: {{ name: {Host} }}")).Outcome.Should().Be(ProbeOutcome.Passed);
        first.Questions.Should().ContainSingle();
    }

    [Fact]
    public async Task Nobody_is_asked_about_a_name_that_is_not_allowed()
    {
        using var server = new NameServer(question => [NameServer.Answer(question, 0, (1, [198, 51, 100, 7]))]);
        var scene = new ProbeScene { NameServers = [server.End] };

        (await scene.AskAsync("dns: { name: secret.example.com }")).Outcome.Should().Be(ProbeOutcome.Unanswered);
        (await scene.AskAsync($"dns: {{ name: {new string('a', 64)}.example.org }}")).Evidence.Should().Contain("is no name that can be looked up");

        server.Questions.Should().BeEmpty();
    }

    [Fact]
    public async Task A_system_without_a_server_is_no_answer() =>
        (await new ProbeScene().AskAsync($"dns: {{ name: {Host} }}")).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "the system names no name server"));

    [Fact]
    public void A_server_that_does_not_answer_is_given_up()
    {
        using var server = new NameServer(_ => []);
        var clock = new ManualTimeProvider();

        clock.Run(() => new ProbeScene { NameServers = [server.End], Time = clock }.AskAsync($"dns: {{ name: {Host} }}")).Outcome.Should().Be(ProbeOutcome.Unanswered);
    }

    [Theory]
    [InlineData("c02f")] // points to itself
    [InlineData("c030")] // points on
    [InlineData("ffff")] // points behind the end
    [InlineData("3f61")] // a label that is longer than the rest
    [InlineData("8161")] // a kind of label that there is not
    [InlineData("")]
    public void A_name_that_leads_in_a_circle_or_out_of_the_message_is_none(string data)
    {
        var question = NameMessage.Write(7, Host, NameType.CNAME)!;
        var answer = NameServer.Answer(question, 0, (5, Convert.FromHexString(data)));

        FluentActions.Invoking(() => NameMessage.Read(answer, 7, Host, NameType.CNAME)).Should().Throw<InvalidDataException>();
    }

    [Theory]
    [InlineData(1, "c63364")]
    [InlineData(1, "c633640707")]
    [InlineData(28, "c6336407")]
    [InlineData(15, "000a")]
    [InlineData(16, "05616263")]
    [InlineData(257, "00")]
    [InlineData(257, "00ff6973737565")]
    [InlineData(2, "016100ff")]
    public void A_record_that_does_not_fit_its_type_is_none(int type, string data)
    {
        var question = NameMessage.Write(7, Host, (NameType)type)!;

        FluentActions.Invoking(() => NameMessage.Read(NameServer.Answer(question, 0, (type, Convert.FromHexString(data))), 7, Host, (NameType)type)).Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void Whatever_comes_is_an_answer_or_none_and_nothing_else()
    {
        var seed = NameServer.Answer(
            NameMessage.Write(7, Host, NameType.MX)!,
            0,
            (15, [0, 10, .. NameServer.Name("mail.example.com")]),
            (5, [0xC0, 12]),
            (15, [0, 20, 1, (byte)'a', 0xC0, 18]));
        var messages =
            from changes in Gen.ListOf(Gen.Zip(Gen.Choose(0, seed.Length - 1), Gen.Choose(0, 255)), 4)
            from length in Gen.Choose(0, seed.Length)
            from isCut in Gen.Elements(false, false, true)
            select Change(seed, changes, isCut ? length : seed.Length);
        foreach (var message in Gen.Sample(messages, 50, 20_000))
        {
            try
            {
                _ = NameMessage.Read(message, 7, Host, NameType.MX);
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    private static byte[] Change(byte[] seed, IEnumerable<(int At, int Value)> changes, int length)
    {
        var message = seed.ToArray();
        foreach (var (at, value) in changes)
            message[at] = (byte)value;
        return message[..length];
    }

    private static async Task<ProbeAnswer> AskAsync(string more, Func<byte[], byte[]> answer)
    {
        using var server = new NameServer(question => [answer(question)]);
        return await new ProbeScene { NameServers = [server.End] }.AskAsync($"dns: {{ name: {Host}{more} }}");
    }
}
