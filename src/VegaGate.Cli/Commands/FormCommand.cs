using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Escalation;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate form</c>: writes the issue form for blocker reports from a checklist, or says whether it is current. Exit code 1 when it is not.</summary>
internal static class FormCommand
{
    private const string DefaultPath = ".github/ISSUE_TEMPLATE/blocker.yml";

    public static Command Create(Surroundings surroundings)
    {
        var output = new Option<string>("--out") { Description = $"The file; {DefaultPath} unless said.", HelpName = "FILE", DefaultValueFactory = _ => DefaultPath };
        var check = new Option<bool>("--check") { Description = "Write nothing, and say whether the file is current." };
        var paths = ProjectOptions.Paths("The checklist, or a folder that holds it; `checklists` unless said.");
        var command = new Command("form", "Write the issue form by which people report blockers.") { paths, output, check };
        command.SetAction(call =>
        {
            if (ValidLists.Load(call.GetValue(paths)!, surroundings) is not { } checklists)
                return ExitCode.Findings;
            var text = IssueForm.Write(FindList(checklists));
            var shown = call.GetValue(output)!;
            var path = Path.GetFullPath(shown, surroundings.Directory);
            var isCurrent = PresentText.Read(shown, surroundings) == text;
            if (isCurrent || call.GetValue(check))
            {
                surroundings.Output.Write($"{SafeText.Show(shown)} {(isCurrent ? "is current" : "is not current; write it with `vegagate form`")}\n");
                return isCurrent ? ExitCode.Success : ExitCode.Findings;
            }

            if (NewFile.TryWrite(path, text, overwrites: true) is { } problem)
                throw new UsageException($"{SafeText.Show(shown)} {problem}.");
            surroundings.Output.Write($"{SafeText.Show(shown)} written\n");
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>A repository has one form for each list, so one list has to be meant.</summary>
    private static Checklist FindList(ImmutableArray<Checklist> checklists)
    {
        var lists = checklists.Where(checklist => checklist.Escalation is not null).ToArray();
        return lists switch
        {
            [var one] => one,
            [] => throw new UsageException("no checklist has `escalation`, and a report would be nobody's; add that key, with `classes` or `levels`."),
            _ => throw new UsageException($"several checklists have `escalation` ({string.Join(", ", lists.Select(list => list.Name))}): name one file, and with --out where its form is."),
        };
    }
}
