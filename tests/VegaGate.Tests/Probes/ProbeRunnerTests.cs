using VegaGate.Conditions;
using VegaGate.Format;
using VegaGate.Probes;
using VegaGate.Probes.Network;

namespace VegaGate.Tests.Probes;

public sealed class ProbeRunnerTests
{
    private readonly ManualTimeProvider _clock = new();
    private int _attempts;

    [Fact]
    public void The_catalog_holds_every_probe_that_there_is_and_every_one_that_is_declared()
    {
        ProbeCatalog.All.Select(probe => probe.GetType()).Should().BeEquivalentTo(
            typeof(ProbeRunner).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IProbe)) && !type.IsAbstract));
        ProbeCatalog.All.Select(probe => probe.Format).Should().Equal(ProbeFormats.All);
    }

    [Fact]
    public void What_is_transient_is_asked_about_once_more_and_no_more()
    {
        Ask(() => throw new UnansweredException("gone", isTransient: true)).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "gone"));
        _attempts.Should().Be(2);
        _clock.Elapsed.Should().Be(TimeSpan.FromSeconds(1));

        Ask(() => _attempts == 1 ? throw new IOException("reset") : Finding.Pass("there")).Should().Be(new ProbeAnswer(ProbeOutcome.Passed, "there"));
        Ask(() => _attempts == 1 ? new Finding(false, "503", IsTransient: true) : Finding.Fail("404")).Should().Be(new ProbeAnswer(ProbeOutcome.Failed, "404"));
    }

    [Fact]
    public void What_is_settled_is_asked_about_once()
    {
        Ask(() => Finding.Fail("404"));
        _attempts.Should().Be(1);
        Ask(() => throw new UnansweredException("not allowed"));
        _attempts.Should().Be(1);
    }

    [Fact]
    public async Task The_same_question_is_asked_once_also_when_it_comes_twice_at_a_time()
    {
        var runner = Runner(new Scripted((_, _) => Task.FromResult(Finding.Pass($"attempt {++_attempts}"))));

        var answers = await Task.WhenAll(new[] { "a", "a", "b" }.Select(path => runner.AskAsync(ProbeScene.Call($"file: {{ path: {path} }}"), default)));

        answers[0].Should().Be(answers[1]).And.NotBe(answers[2]);
    }

    [Fact]
    public void A_fault_of_a_probe_holds_and_is_said()
    {
        Ask(() => throw new InvalidOperationException("broken")).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "internal error, please report it: InvalidOperationException: broken"));
        _attempts.Should().Be(1);
    }

    [Fact]
    public async Task An_end_from_outside_is_no_answer()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => Runner(new Scripted((_, token) => Task.FromCanceled<Finding>(token))).AskAsync(ProbeScene.Call("file: { path: a }"), stop.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void All_probes_together_have_five_minutes()
    {
        var runner = Runner(new Scripted(async (_, token) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(4), _clock, token);
            return Finding.Pass("slow");
        }));

        _clock.Run(() => Task.WhenAll(runner.AskAsync(ProbeScene.Call("file: { path: a }"), default), runner.AskAsync(ProbeScene.Call("file: { path: b }"), default))).Should().OnlyContain(answer => answer.Evidence == "slow");
        _clock.Advance(TimeSpan.FromMinutes(2));

        _clock.Run(() => runner.AskAsync(ProbeScene.Call("file: { path: c }"), default)).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, "all probes together took more than 5 minutes, so nothing more was asked"));
    }

    [Theory]
    [InlineData("telepathy: { url: x }", "there is no such probe")]
    [InlineData("http: x", "it has no parameters")]
    [InlineData("http: {}", "it has no `url`")]
    [InlineData("http: { url: [x] }", "its `url` cannot be read")]
    [InlineData("http: { url: 'https://agent.example.com/', status: ok }", "its `status` cannot be read")]
    [InlineData("text: { in: a }", "it asks for nothing")]
    [InlineData("text: { absent: a, in: [] }", "its `in` names no file")]
    [InlineData("dns: { name: agent.example.com, type: a }", "its `type` cannot be read")]
    [InlineData("pull-request: { number: x }", "its `number` cannot be read")]
    public async Task What_a_rule_reports_is_no_answer_either(string probe, string evidence) => (await new ProbeScene().AskAsync(probe)).Should().Be(new ProbeAnswer(ProbeOutcome.Unanswered, evidence));

    [Theory]
    [InlineData("agent.example.com", "agent.example.com", true)]
    [InlineData("Agent.Example.com", "AGENT.example.com.", true)]
    [InlineData("agent.example.com", "x.agent.example.com", false)]
    [InlineData("agent.example.com", "agent.example.com.evil.net", false)]
    [InlineData("agent.example.com", "evil-agent.example.com", false)]
    [InlineData("*.example.com", "a.example.com", true)]
    [InlineData("*.example.com", "a.b.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*.example.com", ".example.com", false)]
    [InlineData("*.example.com", "evilexample.com", false)]
    [InlineData("*.example.com", "a.example.com.evil.net", false)]
    [InlineData("*.example.com", "", false)]
    [InlineData("example.com", ".", false)]
    public void A_host_is_allowed_by_its_name(string pattern, string host, bool allowed) => new AllowedHosts([pattern]).Allows(host).Should().Be(allowed);

    private ProbeAnswer Ask(Func<Finding> answer)
    {
        _attempts = 0;
        return _clock.Run(() => Runner(new Scripted((_, _) => Task.FromResult(answer()))).AskAsync(ProbeScene.Call("file: { path: a }"), default));
    }

    private ProbeRunner Runner(Scripted probe)
    {
        probe.Asked = () => _attempts++;
        return new ProbeRunner(new ProbeScene { Time = _clock }.Context, [probe]);
    }

    private sealed class Scripted(Func<MappingReader, CancellationToken, Task<Finding>> answer) : IProbe
    {
        public Action Asked { get; set; } = () => { };

        public ProbeFormat Format => FileCondition.Format;

        public TimeSpan Patience => TimeSpan.FromMinutes(5);

        public Task<Finding> AskAsync(MappingReader parameters, ProbeContext context, CancellationToken cancellation)
        {
            Asked();
            return answer(parameters, cancellation);
        }
    }
}
