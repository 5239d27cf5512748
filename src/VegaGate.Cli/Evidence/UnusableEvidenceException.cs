namespace VegaGate.Cli.Evidence;

/// <summary>Recorded inputs from which nothing can be decided. The message says why, without a full stop.</summary>
internal sealed class UnusableEvidenceException(string message) : Exception(message);
