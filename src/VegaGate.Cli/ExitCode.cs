namespace VegaGate.Cli;

/// <summary>What the process ends with.</summary>
public static class ExitCode
{
    public const int Success = 0;

    /// <summary>Findings of severity error, or a gate that holds.</summary>
    public const int Findings = 1;

    /// <summary>The call or the configuration cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>The tracker or another remote part failed, or something went wrong in here.</summary>
    public const int Failure = 3;

    /// <summary>Stopped at a limit: run again.</summary>
    public const int Unfinished = 4;
}
