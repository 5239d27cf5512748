using VegaGate.Cli.Reporting;

namespace VegaGate.Cli.Doctor;

/// <summary>Whether the workflows start when they must, and never with a stranger's files beside a token that writes.</summary>
internal sealed class TriggersCheck : IDoctorCheck
{
    private static readonly string[] IssueActions = ["closed", "reopened", "edited", "labeled", "unlabeled"];

    private static readonly string[] SyncCommands = ["apply", "run"];
    private static readonly string[] GateCommands = ["gate", "run"];
    private static readonly string[] CheckCommands = ["validate", "gate"];
    private static readonly string[] UnsafeEvents = ["pull_request_target", "workflow_run"];

    public string Name => "workflow triggers";

    public bool IsRemote => false;

    public Task<IReadOnlyList<Finding>> LookAsync(DoctorContext context, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var workflow in context.Workflows)
            findings.AddRange(workflow.Problem is { } problem ? [Finding.Warn($"{workflow.Path} cannot be read: {problem}", "Look at its triggers yourself.")] : Look(workflow));
        var commands = context.Workflows.SelectMany(workflow => workflow.Calls).Select(call => call.Command).ToHashSet(StringComparer.Ordinal);
        if (!commands.Overlaps(SyncCommands))
            findings.Add(Finding.Warn("no workflow syncs the issues", "Run `apply` on `push` to the default branch."));
        if (!commands.Contains("respond"))
            findings.Add(Finding.Warn("no workflow answers what people do on issues", "Run `respond` on `issues`, `issue_comment` and `schedule`."));
        if (!commands.Overlaps(GateCommands))
            findings.Add(Finding.Warn("no workflow asks the gate", "Run `gate` before the step that releases."));
        if (context.Configuration.Release is { } release && !context.Workflows.Any(workflow => workflow.Path.EndsWith($"/{release.File}", StringComparison.Ordinal)))
            findings.Add(Finding.Warn($"the configuration names {SafeText.Show(release.File)} as the workflow that releases, and no such workflow calls us", "Name the file of the workflow whose gate holds the release under `release.workflow`."));
        if (findings.Count == 0)
            findings.Add(Finding.Ok($"{context.Workflows.Length} workflow{(context.Workflows.Length == 1 ? "" : "s")} call us when they should: {string.Join(", ", context.Workflows.Select(workflow => workflow.Path))}"));
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }

    private static IEnumerable<Finding> Look(WorkflowFile workflow)
    {
        var commands = workflow.Calls.Select(call => call.Command).ToHashSet(StringComparer.Ordinal);
        foreach (var unsafeEvent in UnsafeEvents.Where(workflow.Triggers.ContainsKey))
            yield return Finding.Fail($"{workflow.Path} runs on `{unsafeEvent}`, with a token that can write beside files that may be anybody's", "Use `pull_request`; what needs to write runs on `push`.");
        if (commands.Overlaps(CheckCommands))
        {
            foreach (var name in new[] { "pull_request", "merge_group" })
            {
                if (workflow.Triggers.GetValueOrDefault(name) is { } trigger && (trigger.Find("paths") ?? trigger.Find("paths-ignore")) is not null)
                    yield return Finding.Warn($"{workflow.Path} filters `{name}` by path", "Where it is a required check, it stays pending for ever on what the filter leaves out: take the filter off.");
            }

            if (workflow.Triggers.ContainsKey("pull_request") && !workflow.Triggers.ContainsKey("merge_group"))
                yield return Finding.Warn($"{workflow.Path} runs on `pull_request` and not on `merge_group`", "Where it is a required check, a merge queue waits for it for ever: add `merge_group:`.");
        }

        foreach (var call in workflow.Calls.Where(call => call.Command is "apply" or "run" && workflow.Triggers.Keys.All(name => name is "pull_request" or "merge_group")))
            yield return Finding.Fail($"{workflow.Path} runs `{call.Command}` on proposals only, where it is refused", "Run it on `push` to the default branch, and `plan` on pull requests.");
        foreach (var call in workflow.Calls.Where(call => call.Writes && !call.HasConcurrency).DistinctBy(call => call.Job, StringComparer.Ordinal))
            yield return Finding.Warn($"{workflow.Path}: the job {call.Job} writes, and has no `concurrency`", "Give it a group, with `cancel-in-progress: false`: two at once get in each other's way.");
        if (commands.Contains("escalate") && !workflow.Triggers.ContainsKey("schedule"))
            yield return Finding.Warn($"{workflow.Path} runs `escalate`, and not on `schedule`", "Add it, every 15 minutes: the passing of time starts nothing else.");
        if (commands.Contains("respond"))
        {
            foreach (var missing in MissingForRespond(workflow))
                yield return Finding.Warn($"{workflow.Path} runs `respond`, and not on {missing}", "Add it; what nobody is told of waits for the next run.");
        }
    }

    private static IEnumerable<string> MissingForRespond(WorkflowFile workflow)
    {
        if (!workflow.Triggers.TryGetValue("issues", out var issues))
            yield return "`issues`";
        else if (issues?.Find("types")?.Value is { } types && IssueActions.Except(WorkflowFile.Words(types), StringComparer.Ordinal).ToArray() is { Length: > 0 } actions)
            yield return $"`issues` that are {string.Join(", ", actions)}";
        if (!workflow.Triggers.TryGetValue("issue_comment", out var comments) || comments?.Find("types")?.Value is { } made && !WorkflowFile.Words(made).Contains("created", StringComparer.Ordinal))
            yield return "`issue_comment` that is created";
        if (!workflow.Triggers.ContainsKey("schedule"))
            yield return "`schedule`, which makes up for events that were lost";
    }
}
