using System.Collections.Immutable;
using VegaGate.Cli;
using VegaGate.Cli.Releasing;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.Tests.Cli.Releasing;

public sealed class GateWaitTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly List<double> _askedAt = [];

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private static GateResult Held(ListReason? reason = null) => new([new ListResult("a", "A", "a.yaml", "release", [reason ?? new ListReason(ReasonCode.NotSynced, "s")], [])]);

    private static GateResult Passes => new([new ListResult("a", "A", "a.yaml", "release", [], [])]);

    [Fact]
    public void Without_a_wait_it_is_asked_once()
    {
        Ask(null, Held()).Result.Holds.Should().BeTrue();

        (_askedAt.Count, _error.ToString()).Should().Be((1, ""));
    }

    [Fact]
    public void Pauses_grow_and_end_with_the_time_which_says_that_it_is_over()
    {
        Ask("30m", Held()).Result.Holds.Should().BeTrue();

        _askedAt.Should().Equal(0, 30, 90, 210, 450, 930, 1530, 1800);
        _error.ToString().Should().Be("vegagate: Timed out: waited 30 minutes, and the gate still holds (not-synced).\n");
        _output.ToString().Should().StartWith("held (not-synced), 0 not clear; asking again in 30 seconds\n").And.Contain("asking again in 10 minutes\n");
    }

    [Fact]
    public void What_turns_goes_at_once()
    {
        Ask("30m", Held(), Held(), Passes).Result.Holds.Should().BeFalse();

        (_askedAt.Count, _error.ToString()).Should().Be((3, ""));
    }

    [Fact]
    public void It_is_asked_again_when_the_window_opens_and_not_before()
    {
        Ask("2h", Held(new ListReason(ReasonCode.OutsideWindow, "s") { AskAgain = ManualTimeProvider.Start.AddMinutes(47) }), Passes).Result.Holds.Should().BeFalse();

        _askedAt.Should().Equal(0, 47 * 60);
    }

    [Fact]
    public void Nobody_waits_for_what_comes_later_than_the_end_of_the_wait()
    {
        Ask("30m", Held(new ListReason(ReasonCode.Frozen, "s") { AskAgain = ManualTimeProvider.Start.AddHours(5) })).Result.Holds.Should().BeTrue();

        _askedAt.Should().Equal(0);
        _error.ToString().Should().StartWith("vegagate: Not waited any longer: it is worth asking again in 5 hours, ");
    }

    [Theory]
    [InlineData(ReasonCode.ChecklistInvalid)]
    [InlineData(ReasonCode.ReleaseMissing)]
    [InlineData(ReasonCode.OutsideWindow)]
    public void Nobody_waits_for_what_no_waiting_changes(ReasonCode reason)
    {
        Ask("30m", Held(new ListReason(reason, "s")));

        _askedAt.Should().Equal(0);
        _error.ToString().Should().StartWith("vegagate: No waiting changes this");
    }

    [Fact]
    public void What_cannot_be_reached_is_asked_again_when_GitHub_says()
    {
        var limit = new TrackerException(TrackerFailure.RateLimited, "limit") { ResumeAt = ManualTimeProvider.Start.AddMinutes(20) };

        Ask("1h", new GateAnswer(GateResult.Unknown(ReasonCode.TrackerUnreachable, "s"), "t") { Failure = limit }, new GateAnswer(Passes, "t")).Result.Holds.Should().BeFalse();

        _askedAt.Should().Equal(0, 20 * 60);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("30")]
    [InlineData("-1m")]
    [InlineData("1s")]
    public void What_is_no_duration_is_refused(string text) => FluentActions.Invoking(() => GateWait.Read(text)).Should().Throw<UsageException>().WithMessage("--wait takes a duration*");

    private GateAnswer Ask(string? wait, params ImmutableArray<GateResult> results) => Ask(wait, [.. results.Select(result => new GateAnswer(result, "t"))]);

    private GateAnswer Ask(string? wait, params GateAnswer[] answers)
    {
        var surroundings = new Surroundings(_output, _error, false, "/", _time, _ => null);
        return _time.Run(() => new GateWait(GateWait.Read(wait), surroundings).AskAsync(
            () =>
            {
                _askedAt.Add(_time.Elapsed.TotalSeconds);
                return Task.FromResult(answers[Math.Min(_askedAt.Count, answers.Length) - 1]);
            },
            default));
    }
}
