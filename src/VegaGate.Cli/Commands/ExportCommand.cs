using System.CommandLine;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Documents;
using VegaGate.Rules;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate export</c>: writes a checklist as a document, a table or JSON.</summary>
internal static class ExportCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var path = new Argument<string>("FILE") { Description = "The checklist." };
        var format = new Option<string>("--format") { Description = "markdown: the document again, which import reads back. csv: the items as a table. json: everything.", HelpName = "markdown|csv|json", DefaultValueFactory = _ => "markdown" };
        format.AcceptOnlyFromAmong("markdown", "csv", "json");
        var target = new Option<string?>("--out") { Description = "The file to write; standard output unless said.", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Overwrite the file if it is there already." };
        var command = new Command("export", "Write a checklist as a Markdown document, a CSV table or JSON.") { path, format, target, force };
        command.SetAction(call => Run(call.GetValue(path)!, call.GetValue(format)!, call.GetValue(target), call.GetValue(force), surroundings));
        return command;
    }

    private static int Run(string path, string format, string? target, bool overwrites, Surroundings surroundings)
    {
        var files = ChecklistFiles.Find([path], surroundings);
        if (files is not [var file])
            throw new UsageException($"export takes one file; {ShownPath.Printable(path)} holds {files.Length}.");
        var result = Validator.Validate([file.Read()], RuleCatalog.All, surroundings.Time.GetUtcNow());
        var errors = result.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).ToList();
        errors.ForEach(error => ConsoleReporter.Write(surroundings.Error, error, useColor: false));
        if (errors.Count > 0 || result.Checklists is not [var checklist])
            return ExitCode.Findings;
        var text = format switch
        {
            "csv" => DocumentExport.Csv(checklist.Root),
            "json" => DocumentExport.Json(checklist.Root),
            _ => DocumentExport.Markdown(checklist.Root),
        };
        if (target is null)
        {
            surroundings.Output.Write(text);
            return ExitCode.Success;
        }

        var full = Path.GetFullPath(target, surroundings.Directory);
        if (NewFile.TryWrite(full, text, overwrites) is not { } problem)
            return ExitCode.Success;
        surroundings.Error.Write($"vegagate: {ShownPath.Of(full, surroundings.Directory)} {SafeText.Show(NewFile.OfferingForce(problem))}.\n");
        return ExitCode.Usage;
    }
}
