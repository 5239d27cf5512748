namespace VegaGate.Conditions;

/// <summary>What a probe asks could not be found out. The message is one sentence without a full stop; data from outside may stand in it.</summary>
public sealed class UnansweredException(string message, bool isTransient = false, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether asking once more may help.</summary>
    public bool IsTransient { get; } = isTransient;
}
