namespace VegaGate.Cli.Doctor;

/// <summary>Whether the token's account is the one whose issues are ours.</summary>
internal sealed class IdentityCheck : IDoctorCheck
{
    public string Name => "identity";

    public bool IsRemote => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation)
    {
        var identity = context.Configuration.Identity;
        return
        [
            await context.GitHub.FindLoginAsync(cancellation) switch
            {
                null when identity == Configuration.ProjectConfiguration.DefaultIdentity => Finding.Ok($"issues are written by {identity}, a workflow's own token; GitHub does not say whose this token is"),
                null => Finding.Warn($"issues are written by {identity}, and GitHub does not say whose this token is", "See that it is that App's: with another one, `apply` makes one issue, sees whose it is, and stops."),
                { } login when string.Equals(login, identity, StringComparison.OrdinalIgnoreCase) => Finding.Ok($"the token is {login}'s, who writes the issues"),
                { } login => Finding.Warn($"the token is {login}'s, and issues are written by {identity}", "`plan`, `gate` and `log` work with it; `apply` is refused, for it would make second issues. Let a workflow apply, or name the `identity` in .vegagate.yaml."),
            },
        ];
    }
}
