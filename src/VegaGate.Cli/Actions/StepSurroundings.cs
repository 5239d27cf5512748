using VegaGate.GitHub.Actions;

namespace VegaGate.Cli.Actions;

/// <summary>Turns the surroundings of a process into those of a step.</summary>
internal static class StepSurroundings
{
    /// <summary>The same surroundings where the runner's variables say that this is a step: then nothing that is printed can be a command.</summary>
    public static Surroundings Of(Surroundings surroundings) => ActionsEnvironment.Read(surroundings.Variable) is { } environment
        ? surroundings with
        {
            Output = new NeutralWriter(surroundings.Output),
            Error = new NeutralWriter(surroundings.Error),
            IsTerminal = false,
            Step = new ActionsStep(environment, surroundings.Output),
        }
        : surroundings;
}
