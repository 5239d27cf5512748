namespace VegaGate.Conditions;

/// <summary>What asking came to.</summary>
public enum ProbeOutcome
{
    Passed,
    Failed,

    /// <summary>It could not be found out, which is neither of the two.</summary>
    Unanswered,
}

/// <summary>The answer of a probe.</summary>
/// <param name="Evidence">What was seen, in one sentence without a full stop: data from outside, to be escaped wherever it is shown.</param>
public sealed record ProbeAnswer(ProbeOutcome Outcome, string Evidence);
