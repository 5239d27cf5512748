using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Cli.Setup;
using VegaGate.Format;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate init</c>: from an empty repository to a working set-up. It overwrites nothing.</summary>
internal static class InitCommand
{
    private const int MaxName = 100;
    private const int StateColumn = 28;

    public static Command Create(Surroundings surroundings)
    {
        var action = new Option<string>("--action")
        {
            Description = "Where workflows find the action, with the full id of a release's commit.", HelpName = "OWNER/REPO@COMMIT", DefaultValueFactory = _ => SetupAnswers.UnknownAction,
        };
        var branch = new Option<string>("--branch") { Description = "The default branch.", HelpName = "NAME", DefaultValueFactory = _ => "main" };
        var owner = new Option<string>("--owner") { Description = "The GitHub login of who owns the first items.", HelpName = "LOGIN", DefaultValueFactory = _ => SetupAnswers.UnknownOwner };
        var phases = new Option<bool>("--phases") { Description = "A list of phases that are handed over, in the place of one of items. Where there is one already, the set-up is made for that, also without this." };
        var reusable = new Option<bool>("--reusable") { Description = "Also a gate for other workflows to call." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would be written, and write nothing." };
        var check = new Option<bool>("--check") { Description = "Say what is missing or out of date against this version. Exit code 1 when something is." };
        var command = new Command("init", "Write a checklist, a configuration and the workflows for a repository that has none. Overwrites nothing.") { action, branch, owner, phases, reusable, dryRun, check };
        command.SetAction(call =>
        {
            var present = PresentLists.Find(surroundings);
            var answers = new SetupAnswers(call.GetValue(action)!, call.GetValue(branch)!, call.GetValue(owner)!) { UpdateSchedule = PresentLists.UpdateSchedule(present) };
            Check(answers);
            var files = SetupCatalog.For(call.GetValue(phases), call.GetValue(reusable), present).Select(file => FoundFile.Of(file, answers, surroundings)).OfType<FoundFile>().ToImmutableArray();
            if (call.GetValue(check))
                return ShowStale(files, surroundings.Output);
            Show(files, call.GetValue(dryRun), surroundings.Output);
            if (!call.GetValue(dryRun))
            {
                Write([.. files.Where(file => file.Present is null)]);
                SayNext(answers, files, surroundings.Output);
            }

            return files.Any(file => file.IsOther) ? ExitCode.Findings : ExitCode.Success;
        });
        return command;
    }

    /// <summary>What goes into a workflow is a name and nothing else.</summary>
    private static void Check(SetupAnswers answers)
    {
        if (answers.Action != "./" && (answers.Action.Split('@') is not [var place, var reference] || place.Split('/').Length < 2 || !place.Split('/').All(IsName) || !reference.Split('/').All(IsName)))
            throw new UsageException($"--action takes OWNER/REPO@COMMIT; it is {SafeText.Show(answers.Action)}.");
        if (!answers.Branch.Split('/').All(IsName))
            throw new UsageException($"--branch takes the name of a branch, of letters, digits and - _ . /; it is {SafeText.Show(answers.Branch)}.");
        if (!Scalars.Login.Accepts(answers.Owner) && answers.Owner != SetupAnswers.UnknownOwner)
            throw new UsageException($"--owner takes {Scalars.Login.Expected}.");

        static bool IsName(string text) => text.Length is > 0 and <= MaxName && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
    }

    private static void Show(ImmutableArray<FoundFile> files, bool isDryRun, TextWriter output)
    {
        output.Write(isDryRun ? "Would write:\n" : "Writing:\n");
        foreach (var folder in files.GroupBy(file => Path.GetDirectoryName(file.File.Path)!.Replace('\\', '/'), StringComparer.Ordinal))
        {
            if (folder.Key.Length > 0)
                output.Write($"  {folder.Key}/\n");
            foreach (var file in folder)
            {
                var indent = folder.Key.Length > 0 ? "    " : "  ";
                var state = file.Present is null ? $"{Encoding.UTF8.GetByteCount(file.Text)} bytes" : file.IsOther ? "is there already, and is left as it is" : "is there already, as it would be written";
                output.Write($"{(indent + Path.GetFileName(file.File.Path)).PadRight(StateColumn)} {state}\n");
            }
        }
    }

    private static int ShowStale(ImmutableArray<FoundFile> files, TextWriter output)
    {
        var lines = files.Select(file => (file.File.Path, Why: file.Present is null ? "is missing: run `vegagate init`" : file.File.FindStale(file.Present, file.Text))).Where(line => line.Why is not null).ToImmutableArray();
        foreach (var (path, why) in lines)
            output.Write($"{path} {why}.\n");
        output.Write(lines.IsEmpty ? "Everything is of this version.\n" : "");
        return lines.IsEmpty ? ExitCode.Success : ExitCode.Findings;
    }

    /// <summary>All of them, or none: what was written before one that cannot be is taken away again.</summary>
    private static void Write(ImmutableArray<FoundFile> files)
    {
        var written = new List<string>();
        foreach (var file in files)
        {
            if (NewFile.TryWrite(file.FullPath, file.Text, overwrites: false) is not { } problem)
            {
                written.Add(file.FullPath);
                continue;
            }

            written.ForEach(File.Delete);
            throw new UsageException($"{file.File.Path} {problem}; nothing is written.");
        }
    }

    private static void SayNext(SetupAnswers answers, ImmutableArray<FoundFile> files, TextWriter output)
    {
        output.Write("\nNext:\n");
        if (answers.Action == SetupAnswers.UnknownAction)
            output.Write($"  Put the action's repository and the full id of a release's commit in the place of {SetupAnswers.UnknownAction} in the workflows.\n");
        foreach (var file in files.Where(file => file is { Present: null, File.Care: SetupCare.Theirs } && file.Text.Contains(SetupAnswers.UnknownLogin, StringComparison.Ordinal)))
            output.Write($"  Put logins in the place of those that end with {SetupAnswers.UnknownLogin} in {file.File.Path}: until then, nobody can sign off.\n");
        output.Write("  vegagate validate checklists\n  vegagate plan   # shows what issues there will be; on this machine, with a tracker of its own\n");
        output.Write($"  Commit, and push to {answers.Branch}: the workflow `checklists` makes the issues.\n");
        output.Write("  Put what builds and what releases into the job `deploy` of .github/workflows/release-gate.yml, and push a tag such as v1.0.0.\n");
        foreach (var form in files.Where(file => file.File.Care == SetupCare.Made))
            output.Write($"  After a change of phases or of `escalation` in {form.File.List}: {form.File.FormCall}\n");
    }

    /// <summary>A file of the set-up, and what is in its place.</summary>
    /// <param name="Present">Null where there is nothing.</param>
    private sealed record FoundFile(SetupFile File, string FullPath, string Text, string? Present)
    {
        public bool IsOther => Present is not null && Present != Text;

        /// <summary>Null for a form that no list makes.</summary>
        public static FoundFile? Of(SetupFile file, SetupAnswers answers, Surroundings surroundings)
        {
            var list = file.List is { } made ? PresentText.Read(made, surroundings) : null;
            return file.Render(answers, list, surroundings.Time.GetUtcNow()) is { } text ? new FoundFile(file, Path.GetFullPath(file.Path, surroundings.Directory), text, PresentText.Read(file.Path, surroundings)) : null;
        }
    }
}
