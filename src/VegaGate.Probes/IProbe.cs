using VegaGate.Conditions;
using VegaGate.Format;

namespace VegaGate.Probes;

/// <summary>Asks one kind of pass condition. It holds no state.</summary>
internal interface IProbe
{
    /// <summary>What it declares.</summary>
    ProbeFormat Format { get; }

    /// <summary>How long one attempt may take.</summary>
    TimeSpan Patience { get; }

    /// <summary>Asks once.</summary>
    /// <exception cref="UnansweredException">It cannot be found out.</exception>
    Task<Finding> AskAsync(MappingReader parameters, ProbeContext context, CancellationToken cancellation);
}

/// <summary>What an attempt came to.</summary>
/// <param name="Evidence">One sentence without a full stop; data from outside may stand in it.</param>
/// <param name="IsTransient">Whether asking once more may come to something else.</param>
internal sealed record Finding(bool HasPassed, string Evidence, bool IsTransient = false)
{
    public static Finding Pass(string evidence) => new(true, evidence);

    public static Finding Fail(string evidence) => new(false, evidence);
}
