namespace VegaGate.Cli.Doctor;

/// <summary>Every check, a line each, in the order of the answer.</summary>
internal static class DoctorChecks
{
    public static IReadOnlyList<IDoctorCheck> All { get; } =
    [
        new ChecklistsCheck(),
        new TriggersCheck(),
        new WorkflowPermissionsCheck(),
        new TokenCheck(),
        new IdentityCheck(),
        new PermissionsCheck(),
        new RateLimitCheck(),
        new RepositoryCheck(),
        new BranchesCheck(),
        new LabelsCheck(),
    ];
}
