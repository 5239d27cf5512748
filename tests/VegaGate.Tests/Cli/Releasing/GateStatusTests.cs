using VegaGate.Cli.Releasing;
using VegaGate.Gate;
using VegaGate.Tracking;

namespace VegaGate.Tests.Cli.Releasing;

public sealed class GateStatusTests
{
    private static GateResult Held(string sentence = "It is late.") => new([new ListResult("a", "A", "a.yaml", "release", [new ListReason(ReasonCode.Frozen, sentence)], [])]);

    private static GateResult Passes => new([new ListResult("a", "A", "a.yaml", "release", [], [])]);

    [Fact]
    public void A_release_that_is_held_is_pending_and_says_why() =>
        GateStatus.Of(Held(), "u").Should().Be(new CommitStatus(CommitState.Pending, "vegagate", "Hold (frozen): It is late.", "u"));

    [Fact]
    public void What_goes_is_a_success() => GateStatus.Of(Passes, null).Should().Be(new CommitStatus(CommitState.Success, "vegagate", "Pass: every required item has passed", null));

    [Fact]
    public void What_is_overridden_says_by_whom()
    {
        var result = new GateResult([Held().Lists[0] with { Override = new OverrideWord(new Actor("kate", 0, IsBot: false), default, "", "r") }]);

        GateStatus.Of(result, null).Should().BeEquivalentTo(new { State = CommitState.Success, Description = "Overridden by kate: 0 items not clear" });
    }

    [Fact]
    public void A_list_that_is_not_valid_is_a_failure() => GateStatus.Of(GateResult.Unknown(ReasonCode.ChecklistInvalid, "s"), null).State.Should().Be(CommitState.Failure);

    [Fact]
    public void A_pull_request_that_is_not_blocked_stays_green() =>
        GateStatus.OfPullRequest(Held(), isBlocking: false, null).Should().BeEquivalentTo(new { State = CommitState.Success, Description = "Only reported: Hold (frozen)" });

    [Fact]
    public void A_pull_request_that_is_blocked_waits() => GateStatus.OfPullRequest(Held(), isBlocking: true, null).Should().BeEquivalentTo(new { State = CommitState.Pending, Description = "Hold (frozen)" });

    [Theory]
    [InlineData(115)]
    [InlineData(116)]
    [InlineData(117)]
    [InlineData(5000)]
    public void A_description_keeps_within_the_limit_and_cuts_no_character(int length)
    {
        var description = GateStatus.Of(Held(new string('x', length) + "😀😀😀😀😀"), null).Description;

        description.Length.Should().BeLessThanOrEqualTo(140);
        description.EnumerateRunes().Should().NotContain(System.Text.Rune.ReplacementChar);
    }
}
