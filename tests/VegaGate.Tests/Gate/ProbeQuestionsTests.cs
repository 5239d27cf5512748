using VegaGate.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.LocalTracker;
using VegaGate.Conditions;
using VegaGate.Gate;
using VegaGate.Tests.Sync;

namespace VegaGate.Tests.Gate;

public sealed class ProbeQuestionsTests : IDisposable
{
    private readonly SyncScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Answers_stand_in_the_order_of_the_file_whatever_came_first_and_eight_are_asked_at_a_time()
    {
        var list = ValidList.Of("{ approvers: kate }", [.. Enumerable.Range(0, 20).Select(i => $"{{ id: i{i}, title: T{i}, owners: zev, verify: [{{ file: {{ path: a{i} }} }}, {{ text: {{ absent: b{i} }} }}] }}")]);
        var probes = new ReversingProbes(40);

        var facts = await ReadAsync(list, probes);

        probes.MostAtOnce.Should().Be(8);
        facts.Probes.Should().HaveCount(20);
        for (var i = 0; i < 20; i++)
            facts.Probes[new ItemId("list", null, $"i{i}")].Select(answer => answer.Evidence).Should().Equal($"file {{ path: a{i} }}", $"text {{ absent: b{i} }}");
    }

    [Fact]
    public async Task A_question_that_several_items_have_is_asked_once()
    {
        var list = ValidList.Of("{ approvers: kate }", "{ id: a, title: A, owners: zev, verify: [{ check: { name: test } }] }", "{ id: b, title: B, owners: zev, verify: [{ check: { name: test } }, { check: { name: other } }] }");
        var probes = new ReversingProbes(2);

        var facts = await ReadAsync(list, probes);

        probes.Asked.Should().BeEquivalentTo("check { name: test }", "check { name: other }");
        facts.Probes[new ItemId("list", null, "b")].Select(answer => answer.Evidence).Should().Equal("check { name: test }", "check { name: other }");
    }

    [Fact]
    public async Task What_the_stage_does_not_wait_for_is_not_asked()
    {
        var list = ValidList.Of(
            "{ stages: [deploy, close] }",
            "{ id: a, title: A, owners: zev, verify: [{ file: { path: a } }] }",
            "{ id: b, title: B, owners: zev, required: false, verify: [{ file: { path: b } }] }",
            "{ id: c, title: C, owners: zev, before: close, verify: [{ file: { path: c } }] }");
        var first = new ReversingProbes(1);
        (await ReadAsync(list, first, new GateRequest("deploy", null, null))).Probes.Keys.Select(id => id.Item).Should().Equal("a");
        first.Asked.Should().Equal("file { path: a }");

        var last = new ReversingProbes(2);
        (await ReadAsync(list, last)).Probes.Keys.Select(id => id.Item).Should().Equal("a", "c");
    }

    [Fact]
    public async Task Nothing_is_opened_where_nothing_is_asked()
    {
        var without = ValidList.Of("{ approvers: kate }", "{ id: a, title: A, owners: zev }");
        var reader = Reader(() => throw new InvalidOperationException("opened"));

        (await reader.ReadAsync([without], new GateRequest(null, null, null), CancellationToken.None)).Facts.Probes.Should().BeEmpty();

        var perRelease = ValidList.Parse("checklist: r\ntitle: R\nper: release\npeople: { zev: { github: zev } }\nsections: [{ id: s, title: S, items: [{ id: a, title: A, owners: zev, verify: [{ file: { path: a } }] }] }]\n");
        (await reader.ReadAsync([perRelease], new GateRequest(null, null, null), CancellationToken.None)).Facts.Probes.Should().BeEmpty("no release is named");
    }

    [Fact]
    public async Task An_item_of_a_release_is_known_by_it()
    {
        var list = ValidList.Parse("checklist: r\ntitle: R\nper: release\npeople: { zev: { github: zev } }\nsections: [{ id: s, title: S, items: [{ id: a, title: A, owners: zev, verify: [{ file: { path: a } }] }] }]\n");

        (await ReadAsync(list, new ReversingProbes(1), new GateRequest(null, null, "v1"))).Probes.Keys.Should().Equal(new ItemId("r", "v1", "a"));
    }

    private async Task<GateFacts> ReadAsync(Checklist list, IProbes probes, GateRequest? request = null) =>
        (await Reader(() => probes).ReadAsync([list], request ?? new GateRequest(null, null, null), CancellationToken.None)).Facts;

    private GateReader Reader(Func<IProbes> open) => new(_scene.Tracker, new WorkingTree("/nowhere"), new NoTeams(), [EmbeddedTracker.DefaultIdentity.Login]) { OpenProbes = open };

    /// <summary>Lets questions wait until eight are there, or all, and answers the last one first.</summary>
    private sealed class ReversingProbes(int expected) : IProbes
    {
        private readonly Stack<TaskCompletionSource> _waiting = new();
        private int _atOnce;

        public int MostAtOnce { get; private set; }

        public List<string> Asked { get; } = [];

        public async Task<ProbeAnswer> AskAsync(ProbeCall call, CancellationToken cancellation)
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var question = $"{call.Kind.Value} {call.Text}";
            lock (Asked)
            {
                Asked.Add(question);
                MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
                _waiting.Push(turn);
                while ((Asked.Count == expected || _atOnce == 8) && _waiting.TryPop(out var next))
                    next.SetResult();
            }

            await turn.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, cancellation);
            lock (Asked)
                _atOnce--;
            return new ProbeAnswer(ProbeOutcome.Passed, question);
        }
    }
}
