using System.Collections.Immutable;
using System.Text;
using VegaGate.Cli.Reporting;

namespace VegaGate.Cli.Evidence;

/// <summary>What became of verifying a file.</summary>
/// <param name="Differences">A line for each thing that is not as it must be; empty when the file is right.</param>
/// <param name="Notes">What could not be compared, and why.</param>
internal sealed record Verification(EvidenceDocument Document, ImmutableArray<string> Differences, ImmutableArray<string> Notes);

/// <summary>Decides again from what a file records, and holds everything in it against that: whatever was changed afterwards shows.</summary>
internal static class EvidenceVerifier
{
    /// <summary>Verifies a file.</summary>
    /// <param name="repository">Where the commit is looked for; null: in the working directory, and it may be missing there.</param>
    public static Verification Verify(EvidenceFile file, string? repository, Surroundings surroundings)
    {
        var (bytes, document) = file.Read();
        var lines = ImmutableArray.CreateBuilder<string>();
        var notes = ImmutableArray.CreateBuilder<string>();
        foreach (var text in document.Inputs.Checklists.Where(text => EvidenceJson.Digest(Encoding.UTF8.GetBytes(text.Text)) != text.Sha256))
            lines.Add($"{text.Path}: the recorded text does not have the recorded SHA-256.");
        lines.AddRange(Decide(file, bytes, document, notes));
        CompareWithCommit(document.Inputs, repository, surroundings, lines, notes);
        return new Verification(document, lines.ToImmutable(), notes.ToImmutable());
    }

    private static ImmutableArray<string> Decide(EvidenceFile file, byte[] bytes, EvidenceDocument document, ImmutableArray<string>.Builder notes)
    {
        EvidenceDocument again;
        try
        {
            again = DecidedEvidence.Of(document.Inputs).Document;
        }
        catch (UnusableEvidenceException problem)
        {
            return [$"Nothing can be decided from the inputs: {SafeText.Show(problem.Message)}."];
        }

        // Another version may say the same in other words; what it decides has to be the same.
        var isSameTool = document.Inputs.Tool == ProgramVersion.Current;
        if (!isSameTool)
            notes.Add($"It was written by version {SafeText.Show(document.Inputs.Tool)}, and this is {ProgramVersion.Current}: sentences are not compared, and neither is the page.");
        var rendered = EvidenceJson.Render(again);
        var differences = EvidenceDifferences.Find(bytes, Encoding.UTF8.GetBytes(rendered), isSameTool ? [] : EvidenceDifferences.Wording);
        if (!differences.IsEmpty || !isSameTool)
            return differences;
        if (!bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(rendered)))
            return ["The layout is not the one in which the file was written."];
        return file.ReadPage() is { } page && page != EvidenceMarkdown.Render(document) ? [$"{file.ShownPage} is not the page of this evidence."] : [];
    }

    private static void CompareWithCommit(EvidenceInputs inputs, string? repository, Surroundings surroundings, ImmutableArray<string>.Builder lines, ImmutableArray<string>.Builder notes)
    {
        var where = repository is null ? surroundings : surroundings with { Directory = System.IO.Path.GetFullPath(repository, surroundings.Directory) };
        if (CommittedText.Open(inputs.Request.Commit, where, out var problem) is not { } commit)
        {
            (repository is null ? notes : lines).Add($"The texts are not compared with the commit: {problem}.");
            return;
        }

        foreach (var text in inputs.Checklists)
        {
            if (commit.Read(text.Path) is not { } committed)
                lines.Add($"{text.Path}: the commit {commit.Short} has no such file.");
            else if (EvidenceJson.Digest(committed) != EvidenceJson.Digest(Encoding.UTF8.GetBytes(text.Text)))
                lines.Add($"{text.Path}: the recorded text is not that of the commit {commit.Short}.");
        }
    }
}
