using System.CommandLine;
using VegaGate.Cli.Evidence;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate evidence</c>: works on what <c>gate --evidence</c> has written, without asking anybody.</summary>
internal static class EvidenceCommand
{
    public static Command Create(Surroundings surroundings) => new("evidence", "Verify what a gate's evidence says, or compare that of two releases.")
    {
        CreateVerify(surroundings),
        CreateDiff(surroundings),
    };

    private static Command CreateVerify(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE") { Description = "What `vegagate gate --evidence` has written." };
        var repository = new Option<string?>("--repository-path") { Description = "A checkout that has the commit: the recorded texts must be those of the commit. Unless said, the working directory is asked, as far as it has it.", HelpName = "DIR" };
        var command = new Command("verify", "Decide again from what is recorded, and compare everything. Exit code 1 when something differs.") { file, repository };
        command.SetAction(call =>
        {
            var evidence = EvidenceFile.Of(call.GetValue(file)!, surroundings);
            var verified = EvidenceVerifier.Verify(evidence, call.GetValue(repository), surroundings);
            foreach (var difference in verified.Differences)
                surroundings.Output.Write($"{evidence.Shown}: {SafeText.Show(difference)}\n");
            foreach (var note in verified.Notes)
                surroundings.Error.Write($"{SafeText.Show(note)}\n");
            if (!verified.Differences.IsEmpty)
            {
                surroundings.Output.Write($"{evidence.Shown}: not verified.\n");
                return ExitCode.Findings;
            }

            var items = verified.Document.Results.Sum(list => list.Items.Length);
            surroundings.Output.Write($"{evidence.Shown}: verified: {verified.Document.Decision} ({verified.Document.ReasonCode.ToWord()}), with {items} verdict{(items == 1 ? "" : "s")}, follows from what is recorded.\n");
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateDiff(Surroundings surroundings)
    {
        var before = new Argument<string>("A") { Description = "The evidence of the earlier release." };
        var after = new Argument<string>("B") { Description = "That of the later one." };
        var format = Answer.FormatOption();
        var command = new Command("diff", "Show what differs between two releases: items, texts, verdicts, who signed, what was waived. Verify both first.") { before, after, format };
        command.SetAction(call =>
        {
            var comparison = EvidenceComparison.Of(EvidenceFile.Of(call.GetValue(before)!, surroundings).Read().Document, EvidenceFile.Of(call.GetValue(after)!, surroundings).Read().Document);
            surroundings.Output.Write(call.GetValue(format) switch
            {
                "json" => EvidenceComparisonReport.Json(comparison),
                "markdown" => EvidenceComparisonReport.Markdown(comparison),
                _ => EvidenceComparisonReport.Text(comparison),
            });
            return ExitCode.Success;
        });
        return command;
    }
}
