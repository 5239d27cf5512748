using VegaGate.GitHub.Rest;

namespace VegaGate.Cli.Doctor;

/// <summary>What the token may read, by reading a little of each; and what it may write, as far as that can be known without writing.</summary>
internal sealed class PermissionsCheck : IDoctorCheck
{
    private static readonly (string Path, string Permission, bool IsNeeded, string For)[] Reads =
    [
        ("issues?per_page=1", "issues: read", true, "everything"),
        ("commits?per_page=1", "contents: read", true, "the gate, which asks what a branch has"),
        ("pulls?state=open&per_page=1", "pull-requests: read", false, "artifacts that are pull requests, the plan's comment, and `record`"),
        ("actions/runs?per_page=1", "actions: read", false, "`respond`, which has a held release go on"),
    ];

    public string Name => "permissions";

    public bool IsRemote => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var allowed = new List<string>();
        foreach (var (path, permission, isNeeded, purpose) in Reads)
        {
            var answer = await context.GitHub.TryReadAsync(path, permission, cancellation);
            if (answer.IsAllowed)
                allowed.Add(permission);
            else if (answer.Status != 409)
                findings.Add(Refused(answer, permission, isNeeded, purpose));
        }

        if (allowed.Count > 0)
            findings.Insert(0, Finding.Ok($"it has {string.Join(", ", allowed)}"));
        findings.Add(await WritingAsync(context, cancellation));
        return findings;
    }

    private static Finding Refused(ReadAnswer answer, string permission, bool isNeeded, string purpose)
    {
        var message = $"`{permission}` is refused ({answer.Status}); it is for {purpose}";
        return isNeeded ? Finding.Fail(message, answer.Needs) : Finding.Warn(message, answer.Needs);
    }

    private static async Task<Finding> WritingAsync(DoctorContext context, CancellationToken cancellation) => (await context.GitHub.ReadRepositoryAsync(cancellation)).CanPush switch
    {
        true => Finding.Ok("the account may write to the repository; whether the token may, only a write tells"),
        false => Finding.Warn("the account may not write to the repository", "`plan` and `gate` work with it; `apply`, `respond` and `record` do not."),
        null => Finding.Ok("what it may write is settled by the job's `permissions`, and only a write tells"),
    };
}
