namespace VegaGate.Cli;

/// <summary>The call or the configuration cannot be used as it is. The message says what to do.</summary>
public sealed class UsageException(string message) : Exception(message);
