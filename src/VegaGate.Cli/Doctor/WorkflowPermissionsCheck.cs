using VegaGate.Cli.Actions;

namespace VegaGate.Cli.Doctor;

/// <summary>Whether the jobs that call us have what the command needs.</summary>
internal sealed class WorkflowPermissionsCheck : IDoctorCheck
{
    public string Name => "workflow permissions";

    public bool IsRemote => false;

    public Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var (path, call) in context.Workflows.SelectMany(workflow => workflow.Calls.Select(call => (workflow.Path, call))).Distinct())
        {
            var needs = CommandPermissions.Needs[call.Command];
            var missing = needs.Where(need => call.Has(need) == false).ToArray();
            if (call.Permissions is null)
                findings.Add(Finding.Warn($"{path}: the job {call.Job} says nothing of its permissions", $"Name them: {string.Join(", ", needs)} for `{call.Command}`. Unsaid, the repository's settings decide."));
            else if (missing.Length > 0)
                findings.Add(Finding.Fail($"{path}: the job {call.Job} runs `{call.Command}` without {string.Join<JobPermission>(", ", missing)}", "Add it to the job's `permissions`."));
            else if (FindOfRelease(path, call.Command, context.Configuration.Release?.File) is { } wanted && call.Has(wanted) == false)
                findings.Add(Finding.Warn($"{path}: the job {call.Job} runs `{call.Command}` without {wanted}, so a held release does not go by itself", "Add it to the job's `permissions`."));
        }

        if (findings.Count == 0)
            findings.Add(Finding.Ok(context.Workflows.IsEmpty ? "no workflow calls us" : "every job has what its command needs"));
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }

    /// <summary>Null where the command has nothing to do with the release.</summary>
    /// <param name="release">The file of the workflow that releases; null where none is named.</param>
    private static JobPermission? FindOfRelease(string path, string command, string? release) =>
        release is not null && (command != "gate" || path.EndsWith($"/{release}", StringComparison.Ordinal)) ? CommandPermissions.NeedsOfRelease.GetValueOrDefault(command) : null;
}
