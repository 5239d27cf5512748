using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Configuration;
using VegaGate.GitHub.Rest;

namespace VegaGate.Cli.Doctor;

/// <summary>What the checks look at.</summary>
/// <param name="Paths">What was named as checklists.</param>
/// <param name="Checklists">Those that can be read.</param>
/// <param name="Errors">How many errors they have.</param>
internal sealed record DoctorContext(
    Surroundings Surroundings, ProjectConfiguration Configuration, ImmutableArray<string> Paths, ImmutableArray<Checklist> Checklists, int Errors, ImmutableArray<WorkflowFile> Workflows)
{
    /// <summary>Why no checklist can be looked for; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Null without a token or a repository.</summary>
    public TrackerSession? Session { get; init; }

    public GitHubDiagnosis GitHub => Session?.Diagnosis ?? throw new InvalidOperationException("A check that asks GitHub runs only where there is access to it.");
}
