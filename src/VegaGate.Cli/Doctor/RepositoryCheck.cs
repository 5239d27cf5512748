namespace VegaGate.Cli.Doctor;

/// <summary>Whether the repository can have issues, and has the lists where events look for them.</summary>
internal sealed class RepositoryCheck : IDoctorCheck
{
    public string Name => "repository";

    public bool IsRemote => true;

    public async Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation)
    {
        var facts = await context.GitHub.ReadRepositoryAsync(cancellation);
        var findings = new List<Finding>
        {
            facts switch
            {
                { IsArchived: true } => Finding.Fail($"{context.GitHub.Repository} is archived: nothing can be written", "Take it out of the archive."),
                { HasIssues: false } => Finding.Fail($"issues are switched off in {context.GitHub.Repository}", "Switch them on in the repository's settings, under General, Features."),
                _ => Finding.Ok($"{context.GitHub.Repository} has issues; its default branch is {facts.DefaultBranch}"),
            },
        };
        foreach (var path in context.Paths.Where(path => !Path.IsPathRooted(path) && !path.Split('/', '\\').Contains("..", StringComparer.Ordinal)))
        {
            findings.Add(await context.GitHub.HasAsync(path.Replace('\\', '/'), facts.DefaultBranch, cancellation)
                ? Finding.Ok($"{path} is on {facts.DefaultBranch}")
                : Finding.Warn($"{path} is not on {facts.DefaultBranch}", "Merge it: issues follow the default branch, and events of issues are answered by what is there."));
        }

        return findings;
    }
}
