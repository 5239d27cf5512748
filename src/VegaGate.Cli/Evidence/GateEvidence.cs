using System.Text;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;

namespace VegaGate.Cli.Evidence;

/// <summary>Keeps what a gate decides, and why, in a file that can be verified, with a page for people beside it.</summary>
internal sealed class GateEvidence
{
    private readonly EvidenceFile _file;
    private readonly Surroundings _surroundings;

    private GateEvidence(EvidenceFile file, Surroundings surroundings) => (_file, _surroundings) = (file, surroundings);

    /// <summary>Null where no file was asked for.</summary>
    /// <exception cref="UsageException">The name of the file is none for evidence.</exception>
    public static GateEvidence? Open(string? path, Surroundings surroundings) => path is null ? null : new GateEvidence(EvidenceFile.Of(path, surroundings), surroundings);

    /// <summary>Keeps a decision.</summary>
    /// <param name="input">What it was made from; null where the tracker could not be read.</param>
    /// <exception cref="UsageException">The file cannot be written: then nobody may rely on the decision either.</exception>
    public void Keep(GateRequest request, Project project, TrackerSession session, GateInput? input, GateResult result) => Write(
        new EvidenceInputs(
            ProgramVersion.Current,
            session.Tracker.Description,
            session.RepositoryName,
            session.Identities,
            [.. project.Configuration.Severities.Layers.Select(RecordedSeverities.Of)],
            RecordedRequest.Of(request),
            input is null ? ProblemOf(result) : null,
            [
                .. project.Checklists.Select(checklist => checklist.Source.ToBytes())
                    .Zip(project.Checklists, (bytes, checklist) => new RecordedText(checklist.Source.Path, EvidenceJson.Digest(bytes), Encoding.UTF8.GetString(bytes))),
            ],
            input is null ? null : RecordedFacts.Of(input.Facts, input.Checklists)),
        result);

    /// <summary>Keeps that there were no lists to decide on.</summary>
    public void KeepInvalid(GateRequest request, GateResult result) => Write(new EvidenceInputs(ProgramVersion.Current, null, null, [], [], RecordedRequest.Of(request), ProblemOf(result), [], null), result);

    private void Write(EvidenceInputs inputs, GateResult result)
    {
        var decided = DecidedEvidence.Of(inputs);

        // Evidence that does not give the decision is none. There is no such case, unless a fact was forgotten in its format.
        if (GateJson.Render(decided.Result, "") != GateJson.Render(result, ""))
            throw new InvalidOperationException("what was recorded does not give the decision that was made");
        _file.Write(decided.Document);
        _surroundings.Error.Write($"evidence: {_file.Shown}, {_file.ShownPage}\n");
        _surroundings.Step?.SetOutput("evidence", _file.Path);
    }

    private static RecordedProblem ProblemOf(GateResult result) => new(result.Lists[0].Reasons[0].Reason, result.Lists[0].Reasons[0].Sentence);
}
