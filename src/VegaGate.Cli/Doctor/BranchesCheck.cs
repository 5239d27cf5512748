namespace VegaGate.Cli.Doctor;

/// <summary>Whether those branches are protected whose lists decide.</summary>
internal sealed class BranchesCheck : IDoctorCheck
{
    public string Name => "branches";

    public bool IsRemote => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation)
    {
        var main = (await context.GitHub.ReadRepositoryAsync(cancellation)).DefaultBranch;
        if (await context.GitHub.FindProtectedBranchesAsync(cancellation) is not { } branches)
            return [Finding.Warn("the token may not see which branches are protected", "Give it `contents: read`: the gate takes commits only of the default branch and of protected ones.")];
        return
        [
            branches.Contains(main, StringComparer.Ordinal)
                ? Finding.Ok($"protected: {string.Join(", ", branches)}")
                : Finding.Warn($"{main} is not protected: whoever may push can change who signs off", "Protect it, and demand a review by code owners for the checklists."),
        ];
    }
}
