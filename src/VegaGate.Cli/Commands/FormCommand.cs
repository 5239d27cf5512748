using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Reporting;
using VegaGate.Cli.Setup;
using VegaGate.Escalation;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate form</c>: writes the issue forms for blocker reports, one for each checklist that has any, or says whether they are current. Exit code 1 when one is not.</summary>
internal static class FormCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var output = new Option<string?>("--out") { Description = $"The file of the one checklist; unless said {BlockerForms.Only}, and of several a file for each beside it.", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "Write nothing, and say whether the file is current." };
        var paths = ProjectOptions.Paths("The checklist, or a folder that holds it; `checklists` unless said.");
        var command = new Command("form", "Write the issue form by which people report blockers.") { paths, output, check };
        command.SetAction(call =>
        {
            if (ValidLists.Load(call.GetValue(paths)!, surroundings) is not { } checklists)
                return ExitCode.Findings;
            var areCurrent = true;
            foreach (var (list, path) in FindForms(checklists, call.GetValue(output)))
                areCurrent &= Write(list, path, call.GetValue(check), surroundings);
            return areCurrent ? ExitCode.Success : ExitCode.Findings;
        });
        return command;
    }

    /// <summary>False where the file is not current and only that was asked for.</summary>
    private static bool Write(Checklist list, string shown, bool isCheck, Surroundings surroundings)
    {
        var text = IssueForm.Write(list);
        var isCurrent = PresentText.Read(shown, surroundings) == text;
        if (isCurrent || isCheck)
        {
            surroundings.Output.Write($"{SafeText.Show(shown)} {(isCurrent ? "is current" : "is not current; write it with `vegagate form`")}\n");
            return isCurrent;
        }

        if (NewFile.TryWrite(Path.GetFullPath(shown, surroundings.Directory), text, overwrites: true) is { } problem)
            throw new UsageException($"{SafeText.Show(shown)} {problem}.");
        surroundings.Output.Write($"{SafeText.Show(shown)} written\n");
        return true;
    }

    private static ImmutableArray<(Checklist List, string Path)> FindForms(ImmutableArray<Checklist> checklists, string? output)
    {
        var forms = BlockerForms.Of(checklists);
        return forms switch
        {
            [] => throw new UsageException("no checklist has `escalation`, and a report would be nobody's; add that key, with `classes` or `levels`."),
            [_, _, ..] when output is not null => throw new UsageException(
                $"--out takes the form of one checklist, and {string.Join(", ", forms.Select(form => form.List.Name))} have one each: name one file, such as `vegagate form {forms[0].List.Source.Path} --out {output}`."),
            [var one] when output is not null => [one with { Path = output }],
            _ => forms,
        };
    }
}
