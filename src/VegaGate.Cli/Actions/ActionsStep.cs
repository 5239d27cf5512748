using VegaGate.GitHub.Actions;

namespace VegaGate.Cli.Actions;

/// <summary>What a command tells the step that it runs in: outputs, the summary of the job, and annotations.</summary>
/// <param name="environment">The runner's variables.</param>
/// <param name="log">The log of the job as it is, where commands are obeyed.</param>
public sealed class ActionsStep(ActionsEnvironment environment, TextWriter log)
{
    /// <summary>Beyond this, a value would crowd out the others of the job, which has 1 MiB for all.</summary>
    private const int MaxOutput = 500_000;

    public ActionsEnvironment Environment { get; } = environment;

    /// <summary>What started the run; null where there is no payload, or none that can be read.</summary>
    public EventPayload? Payload => Environment.EventPath is { } path ? EventPayloadReader.ReadFile(path).Payload : null;

    /// <summary>Whether the run is of a pull request or a merge queue: then it speaks of what is proposed, and is no release.</summary>
    public bool IsProposal => Environment.EventName is "pull_request" or "pull_request_target" or "merge_group";

    /// <summary>The branch that a pull request or a merge queue goes into.</summary>
    public string? BaseBranch
    {
        get
        {
            const string queue = "refs/heads/gh-readonly-queue/";
            if (Environment.EventName != "merge_group" || Environment.Ref is not { } reference || !reference.StartsWith(queue, StringComparison.Ordinal))
                return Environment.BaseRef;
            var end = reference.LastIndexOf("/pr-", StringComparison.Ordinal);
            return end > queue.Length ? reference[queue.Length..end] : null;
        }
    }

    /// <summary>Sets an output; one that is too long is replaced by nothing, with a notice.</summary>
    public void SetOutput(string name, string value)
    {
        if (Environment.OutputPath is not { } path)
            return;
        if (value.Length > MaxOutput)
        {
            Annotate(new Annotation(Diagnostics.DiagnosticSeverity.Notice, $"The output {name} has {value.Length} characters and is left empty."));
            value = "";
        }

        new StepOutputs(path).Write(name, value);
    }

    public void AddSummary(string markdown)
    {
        if (Environment.SummaryPath is { } path)
            new StepSummary(path).Append(markdown);
    }

    public void Annotate(Annotation annotation) => log.Write(WorkflowCommands.Format(annotation) + "\n");
}
