namespace VegaGate.Configuration;

/// <summary>How much one run may write. GitHub documents 500 creations an hour for everything that an account does there.</summary>
/// <param name="PerRun">Changes in one run.</param>
/// <param name="PerHour">Issues made in any hour, by whatever run.</param>
/// <param name="Reserve">So many requests of the account's limit are left to others.</param>
public sealed record WriteCaps(int PerRun, int PerHour, int Reserve)
{
    /// <summary>Below what GitHub documents, since the same account also answers comments.</summary>
    public static WriteCaps Default { get; } = new(PerRun: 500, PerHour: 450, Reserve: 100);

    /// <summary>For a tracker without limits.</summary>
    public static WriteCaps None { get; } = new(int.MaxValue, int.MaxValue, Reserve: -1);
}
