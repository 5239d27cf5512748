namespace VegaGate.Cli.Actions;

/// <summary>What no command may believe that writes or decides: a file that nobody has merged, beside a token that can write.</summary>
internal static class ForeignCode
{
    /// <summary>Refuses to write where the file that is checked out may be a pull request's.</summary>
    /// <param name="instead">What to do.</param>
    public static void RefuseToWrite(string command, ActionsStep? step, string instead)
    {
        if (step is { IsProposal: true } || IsForeign(step))
            throw new UsageException($"{command} does not run on {step!.Environment.EventName}: issues follow the default branch. {instead}");
    }

    /// <summary>Refuses to decide on events that have a pull request's file and look like a run of the default branch.</summary>
    public static void RefuseToDecide(ActionsStep? step)
    {
        if (IsForeign(step))
            throw new UsageException($"gate does not run on {step!.Environment.EventName}: what is checked out there may be anybody's. Use pull_request, merge_group or push.");
    }

    /// <summary>What is checked out for these may be a pull request's, whether or not they look like a proposal.</summary>
    private static bool IsForeign(ActionsStep? step) => step?.Environment.EventName is "pull_request_target" or "workflow_run" or "pull_request_review" or "pull_request_review_comment";
}
