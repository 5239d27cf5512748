using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Cli.Actions;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Gate;
using VegaGate.Proposals;
using VegaGate.Recording;
using VegaGate.Text;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate record</c>: writes back into the files what the issues say, into the working tree or as a pull request.</summary>
internal static class RecordCommand
{
    /// <summary>Ours alone: whatever else is on it is thrown away.</summary>
    private const string Branch = "vegagate/record";

    private const string Title = "Record sign-offs and status";

    public static Command Create(Surroundings surroundings)
    {
        var write = new Option<bool>("--write") { Description = "Write the files of the working tree, instead of a pull request." };
        var diff = new Option<bool>("--diff") { Description = "Show what would be written, and write nothing. Exit code 1 when there is something." };
        var command = new Command("record", "Write status, sign-offs, waivers and blocks back into the checklists.");
        var options = ProjectOptions.AddTo(command);
        command.Add(write);
        command.Add(diff);
        command.SetAction(async (call, cancellation) =>
        {
            var (isWritten, isShown) = (call.GetValue(write), call.GetValue(diff));
            if (isWritten && isShown)
                throw new UsageException("--diff shows and --write writes: say one of them.");
            if (!isShown)
                ForeignCode.RefuseToWrite("record", surroundings.Step, "Use it on a schedule or by hand, on the default branch.");
            if (Project.Load(options, call, surroundings) is not { } project)
                return ExitCode.Findings;
            using var session = project.OpenTracker(surroundings);
            if (!isWritten && !isShown && session.Proposals is null)
                throw new UsageException($"there are no pull requests on the {session.Tracker.Description}: use --write to write the files, or --diff to see what would be written.");

            var root = isWritten || isShown ? null : RepositoryRoot.Find(surroundings);
            var read = await ProjectFacts.ReadAsync(project, session, surroundings, cancellation);
            var resolver = new ItemStateResolver(session.Identities);
            Report(read, resolver, surroundings);
            var files = new RecordedFiles(options.PathsOf(call), project, surroundings);
            var records = files.Record(read, resolver);
            foreach (var note in records.SelectMany(record => record.Notes))
                surroundings.Error.Write($"note: {SafeText.Show(note)}\n");
            foreach (var checklist in project.LeftOut)
                surroundings.Error.Write($"note: {checklist.Source.Path} is left out: it is walked for each release, and none was named (--release).\n");
            foreach (var problem in records.Select(record => record.Problem).OfType<string>())
                surroundings.Error.Write($"vegagate: {SafeText.Show(problem)}\n");
            var changed = records.Where(record => record.IsChanged).ToImmutableArray();
            var isClean = records.All(record => record.Problem is null);
            if (isShown)
                return Show(changed, surroundings) && isClean ? ExitCode.Success : ExitCode.Findings;
            if (changed.IsEmpty)
                surroundings.Output.Write($"nothing to record: the files say what the issues say ({session.Tracker.Description})\n");
            else if (root is null)
                isClean &= files.Write(changed);
            else
                await ProposeAsync(changed, root, session, surroundings, cancellation);
            return isClean ? ExitCode.Success : ExitCode.Findings;
        });
        return command;
    }

    /// <summary>Sign-offs of the files that the issues do not bear out.</summary>
    private static void Report(ProjectFacts read, ItemStateResolver resolver, Surroundings surroundings)
    {
        var findings = read.Project.Synced.SelectMany(checklist => RecordedSignOffs.Check(checklist, read.Facts, resolver)).ToList();
        foreach (var finding in read.Project.Configuration.Severities.Apply(findings))
            ConsoleReporter.Write(surroundings.Error, finding, surroundings.UseColor);
    }

    /// <summary>Whether there is nothing to show.</summary>
    private static bool Show(ImmutableArray<ListRecord> changed, Surroundings surroundings)
    {
        foreach (var record in changed)
            surroundings.Output.Write(UnifiedDiff.Of(record.Source.Path, RecordedFiles.Whole(record.Source), RecordedFiles.Whole(record.Text)));
        return changed.IsEmpty;
    }

    private static ProposedFile FileOf(ListRecord record, RepositoryRoot root) => new(root.PathOf(record.Source.Path), RecordedFiles.Whole(record.Text))
    {
        Before = record.Source.Text.Length == 0 ? null : RecordedFiles.Whole(record.Source),
    };

    private static async Task ProposeAsync(ImmutableArray<ListRecord> changed, RepositoryRoot root, TrackerSession session, Surroundings surroundings, CancellationToken cancellation)
    {
        var items = changed.SelectMany(record => record.Changes).Select(change => change.Id).Distinct().Count();
        var proposal = new Proposal(
            Branch, Title, RecordMarkdown.Render(changed), $"{Title} of {items} item{(items == 1 ? "" : "s")}", [.. changed.Select(record => FileOf(record, root))]);
        var result = await session.Proposals!.ProposeAsync(proposal, cancellation);
        surroundings.Output.Write($"pull request #{result.Number} {(result.IsNew ? "opened" : result.IsChanged ? "updated" : "stands already")}: {items} item{(items == 1 ? "" : "s")} {SafeText.Show(result.Url)}\n");
        if (surroundings.Step is { } step)
            StepReport.Record(step, changed, result.Url);
    }
}
