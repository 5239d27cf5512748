using VegaGate.Gate;

namespace VegaGate.Tests.Gate;

public sealed class ReasonCodeTests
{
    /// <summary>Every word that the output's format has; the gate gives those that it can find out.</summary>
    private static readonly string[] Words =
    [
        "signed-off", "recorded-done", "not-required", "waived", "not-applicable", "overridden", "open", "blocked", "blocker-open", "owner-missing", "pass-condition-missing", "sign-off-missing", "sign-off-incomplete", "sign-off-without-authority",
        "sign-off-void", "sign-off-stale", "objection", "closed-not-planned", "issue-missing", "not-synced", "conflict", "waiver-expired", "waits-for", "phase-order", "artifact-missing",
        "handoff-not-accepted", "probe-failed", "probe-error", "outside-window", "frozen", "release-missing", "commit-not-protected", "checklist-invalid", "tracker-unreachable",
    ];

    [Fact]
    public void Every_reason_has_its_word()
    {
        var words = Enum.GetValues<ReasonCode>().Select(code => code.ToWord()).ToArray();

        words.Should().OnlyHaveUniqueItems().And.BeSubsetOf(Words);
    }

    [Theory]
    [InlineData(ReasonCode.SignOffWithoutAuthority, "sign-off-without-authority")]
    [InlineData(ReasonCode.SignedOff, "signed-off")]
    [InlineData(ReasonCode.Open, "open")]
    [InlineData(ReasonCode.HandoffNotAccepted, "handoff-not-accepted")]
    public void Words_are_in_kebab_case(ReasonCode code, string expected) => code.ToWord().Should().Be(expected);

    [Fact]
    public void What_does_not_hold_comes_before_what_does() =>
        Enum.GetValues<ReasonCode>().Take(5).Should().Equal(ReasonCode.SignedOff, ReasonCode.RecordedDone, ReasonCode.NotRequired, ReasonCode.Waived, ReasonCode.NotApplicable);

    [Theory]
    [InlineData(Verdict.Pass, "pass")]
    [InlineData(Verdict.Pending, "pending")]
    [InlineData(Verdict.Fail, "fail")]
    [InlineData(Verdict.Waived, "waived")]
    [InlineData(Verdict.NotApplicable, "not-applicable")]
    public void Verdicts_have_their_words(Verdict verdict, string expected) => Verdicts.ToWord(verdict).Should().Be(expected);
}
