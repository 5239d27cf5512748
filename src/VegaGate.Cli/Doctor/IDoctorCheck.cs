namespace VegaGate.Cli.Doctor;

/// <summary>One thing to look at before anything goes wrong. It holds no state, and it writes nothing.</summary>
internal interface IDoctorCheck
{
    /// <summary>In a word or two.</summary>
    string Name { get; }

    /// <summary>Whether it asks GitHub.</summary>
    bool IsRemote { get; }

    Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation);
}
