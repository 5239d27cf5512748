namespace VegaGate.Conditions;

/// <summary>Asks the world whether a pass condition holds.</summary>
public interface IProbes
{
    /// <summary>Asks one probe. Whatever goes wrong is an answer, <see cref="ProbeOutcome.Unanswered"/>, and no exception.</summary>
    Task<ProbeAnswer> AskAsync(ProbeCall call, CancellationToken cancellation);
}
