using System.Globalization;

namespace VegaGate.GitHub.Actions;

/// <summary>What the runner tells a step. An empty variable counts as missing, and whatever is missing is null.</summary>
public sealed record ActionsEnvironment
{
    /// <summary><c>owner/name</c>.</summary>
    public string? Repository { get; init; }

    public required string ApiUrl { get; init; }

    /// <summary>Without a slash at the end.</summary>
    public required string ServerUrl { get; init; }

    public string? EventName { get; init; }

    /// <summary>The file with the event's payload.</summary>
    public string? EventPath { get; init; }

    /// <summary>The commit that started the run; for a pull request the trial merge, which is in no branch.</summary>
    public string? Sha { get; init; }

    /// <summary>In full, such as <c>refs/heads/main</c>.</summary>
    public string? Ref { get; init; }

    /// <summary>The branch that a pull request is to be merged into; null for other events.</summary>
    public string? BaseRef { get; init; }

    /// <summary>The branch that a pull request comes from; null for other events.</summary>
    public string? HeadRef { get; init; }

    /// <summary>Who started the run; not whose token it has.</summary>
    public string? Actor { get; init; }

    /// <summary>The number of that account.</summary>
    public long? ActorId { get; init; }

    /// <summary>Who started this attempt of the run: for the first one the same, for a later one who had it run again.</summary>
    public string? TriggeringActor { get; init; }

    public string? Workflow { get; init; }

    public string? Job { get; init; }

    public string? Workspace { get; init; }

    /// <summary>The file that takes the step's summary.</summary>
    public string? SummaryPath { get; init; }

    /// <summary>The file that takes the step's outputs.</summary>
    public string? OutputPath { get; init; }

    public long? RunId { get; init; }

    /// <summary>Counts from one.</summary>
    public int? RunAttempt { get; init; }

    /// <summary>Where a person reads the run; null where the repository or the run is unknown.</summary>
    public string? RunUrl => Repository is not null && RunId is { } id
        ? string.Create(CultureInfo.InvariantCulture, $"{ServerUrl}/{Repository}/actions/runs/{id}")
        : null;

    /// <summary>Reads the variables; null where <c>GITHUB_ACTIONS</c> is not <c>true</c>.</summary>
    public static ActionsEnvironment? Read(Func<string, string?> variable)
    {
        if (!string.Equals(variable("GITHUB_ACTIONS"), "true", StringComparison.OrdinalIgnoreCase))
            return null;
        return new ActionsEnvironment
        {
            Repository = Text("GITHUB_REPOSITORY"),
            ApiUrl = Text("GITHUB_API_URL") ?? "https://api.github.com",
            ServerUrl = (Text("GITHUB_SERVER_URL") ?? "https://github.com").TrimEnd('/'),
            EventName = Text("GITHUB_EVENT_NAME"),
            EventPath = Text("GITHUB_EVENT_PATH"),
            Sha = Text("GITHUB_SHA"),
            Ref = Text("GITHUB_REF"),
            BaseRef = Text("GITHUB_BASE_REF"),
            HeadRef = Text("GITHUB_HEAD_REF"),
            Actor = Text("GITHUB_ACTOR"),
            ActorId = Number("GITHUB_ACTOR_ID"),
            TriggeringActor = Text("GITHUB_TRIGGERING_ACTOR"),
            Workflow = Text("GITHUB_WORKFLOW"),
            Job = Text("GITHUB_JOB"),
            Workspace = Text("GITHUB_WORKSPACE"),
            SummaryPath = Text("GITHUB_STEP_SUMMARY"),
            OutputPath = Text("GITHUB_OUTPUT"),
            RunId = Number("GITHUB_RUN_ID"),
            RunAttempt = Number("GITHUB_RUN_ATTEMPT") is { } attempt and <= int.MaxValue ? (int)attempt : null,
        };

        long? Number(string name) => long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        string? Text(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }
}
