using VegaGate.Cli.Actions;

namespace VegaGate.Cli;

/// <summary>Everything that a command takes from the process around it, passed in so that a test can say what it is.</summary>
/// <param name="Output">Standard output: the answer.</param>
/// <param name="Error">Standard error: the log.</param>
/// <param name="IsTerminal">Whether a person reads the output as it comes.</param>
/// <param name="Directory">The working directory, absolute.</param>
/// <param name="Variable">Reads an environment variable.</param>
public sealed record Surroundings(TextWriter Output, TextWriter Error, bool IsTerminal, string Directory, TimeProvider Time, Func<string, string?> Variable)
{
    /// <summary>The step that this runs in; null outside GitHub Actions.</summary>
    public ActionsStep? Step { get; init; }

    public bool IsCi => !string.IsNullOrEmpty(Variable("CI")) || IsActions;

    public bool IsActions => Step is not null;

    /// <summary>Colour is for people, and only for those who did not decline it (https://no-color.org).</summary>
    public bool UseColor => IsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR"));
}
