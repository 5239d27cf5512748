namespace VegaGate.Gate;

/// <summary>What came before a phase.</summary>
/// <param name="Open">The first phase that is not handed over; null when all are.</param>
/// <param name="Last">The phase whose acceptance came last; null before the first.</param>
/// <param name="At">When that was.</param>
internal sealed record PhaseOpening(string? Open, string? Last, DateTimeOffset? At)
{
    public static PhaseOpening First { get; } = new(null, null, null);

    public PhaseOpening After(string phase, DateTimeOffset accepted) => At >= accepted ? this : this with { Last = phase, At = accepted };

    /// <summary>Says so where somebody began before the phase was open.</summary>
    public ItemVerdict Note(ItemVerdict verdict) => verdict.State is { } state && FindMissed(state) is { } before
        ? verdict with { IsEarly = true, Sentence = $"{verdict.Sentence} It was begun before the phase \"{before}\" was handed over." }
        : verdict;

    /// <summary>The phase that had to be handed over before anybody began; null when nobody was early.</summary>
    private string? FindMissed(ItemState state)
    {
        DateTimeOffset? begun = state.Ledger.Words.OfType<Start>().Concat<Word>(state.Ledger.SignOffs.SelectMany(signOff => signOff.Said())).Select(word => (DateTimeOffset?)word.At).Min();
        return begun is null ? null : Open ?? (begun < At ? Last : null);
    }
}
