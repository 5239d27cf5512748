namespace VegaGate.Cli.Doctor;

/// <summary>Whether the jobs that call us have what the command needs.</summary>
internal sealed class WorkflowPermissionsCheck : IDoctorCheck
{
    private static readonly Dictionary<string, (string Name, string Level)[]> Needs = new(StringComparer.Ordinal)
    {
        ["validate"] = [("contents", "read")],
        ["plan"] = [("contents", "read"), ("issues", "read")],
        ["gate"] = [("contents", "read"), ("issues", "read")],
        ["apply"] = [("contents", "read"), ("issues", "write")],
        ["run"] = [("contents", "read"), ("issues", "write")],
        ["respond"] = [("contents", "read"), ("issues", "write"), ("statuses", "write")],
        ["record"] = [("contents", "write"), ("issues", "read"), ("pull-requests", "write")],
    };

    public string Name => "workflow permissions";

    public bool IsRemote => false;

    public Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var (path, call) in context.Workflows.SelectMany(workflow => workflow.Calls.Select(call => (workflow.Path, call))).Distinct())
        {
            var missing = Needs[call.Command].Where(need => call.Has(need.Name, need.Level) == false).Select(need => $"`{need.Name}: {need.Level}`").ToArray();
            if (call.Permissions is null)
                findings.Add(Finding.Warn($"{path}: the job {call.Job} says nothing of its permissions", $"Name them: {string.Join(", ", Needs[call.Command].Select(need => $"`{need.Name}: {need.Level}`"))} for `{call.Command}`. Unsaid, the repository's settings decide."));
            else if (missing.Length > 0)
                findings.Add(Finding.Fail($"{path}: the job {call.Job} runs `{call.Command}` without {string.Join(", ", missing)}", "Add it to the job's `permissions`."));
        }

        if (findings.Count == 0)
            findings.Add(Finding.Ok(context.Workflows.IsEmpty ? "no workflow calls us" : "every job has what its command needs"));
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }
}
