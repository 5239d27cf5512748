using System.Collections.Immutable;
using System.CommandLine;
using VegaGate.Checklists;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Composition;
using VegaGate.Cli.Doctor;
using VegaGate.Cli.Reporting;
using VegaGate.Configuration;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Tracking;

namespace VegaGate.Cli.Commands;

/// <summary><c>vegagate doctor</c>: whether everything is as it must be, and what to do where it is not. It writes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var paths = ProjectOptions.Paths();
        var config = new Option<string?>("--config") { Description = "The configuration file; .vegagate.yaml unless said.", HelpName = "FILE" };
        var format = ProjectOptions.Choice("--format", "How the answer is written.", "console", "json");
        var command = new Command("doctor", "Look whether token, repository and workflows are as they must be. Writes nothing.") { paths, config, format };
        command.SetAction(async (call, cancellation) =>
        {
            var configuration = ConfigurationFile.Read(call.GetValue(config), surroundings);
            var (session, refusal) = Open(configuration, surroundings);
            using (session)
            {
                var findings = new List<(string Check, Finding Finding)>();
                var context = Read(call.GetValue(paths)!, configuration, surroundings) with { Session = session };
                foreach (var check in DoctorChecks.All.Where(check => !check.IsRemote || session is not null))
                    findings.AddRange((await LookAsync(check, context, cancellation)).Select(finding => (check.Name, finding)));
                if (refusal is not null)
                    findings.Add(("access", Finding.Fail(refusal, "GitHub was not asked anything.")));
                if (call.GetValue(format) == "json")
                    surroundings.Output.Write(DoctorReport.RenderJson(findings));
                else
                    DoctorReport.WriteText(findings, surroundings.Output);
                return findings.Exists(found => found.Finding.Level == FindingLevel.Fail) ? ExitCode.Findings : ExitCode.Success;
            }
        });
        return command;
    }

    private static (TrackerSession? Session, string? Refusal) Open(ProjectConfiguration configuration, Surroundings surroundings)
    {
        try
        {
            return (TrackerChoice.Open("github", configuration, surroundings), null);
        }
        catch (UsageException problem)
        {
            return (null, problem.Message.TrimEnd('.'));
        }
    }

    private static DoctorContext Read(string[] paths, ProjectConfiguration configuration, Surroundings surroundings)
    {
        ImmutableArray<Checklist> checklists = [];
        var errors = 0;
        string? refusal = null;
        try
        {
            var files = ChecklistFiles.Find(paths, surroundings, configuration.Checklists);
            var result = Validator.Validate(files.Select(file => file.Read()), RuleCatalog.All, surroundings.Time.GetUtcNow(), configuration.Severities, configuration.MaxItems);
            errors = result.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            checklists = result.HasErrors ? [] : result.Checklists;
        }
        catch (UsageException problem)
        {
            refusal = problem.Message.TrimEnd('.');
        }

        return new DoctorContext(surroundings, configuration, [.. paths], checklists, errors, WorkflowFile.ReadAll(surroundings.Directory)) { Problem = refusal };
    }

    /// <summary>What cannot be asked is a finding, and the others are asked all the same.</summary>
    private static async Task<IReadOnlyList<Finding>> LookAsync(IDoctorCheck check, DoctorContext context, CancellationToken cancellation)
    {
        try
        {
            return await check.LookAsync(context, cancellation);
        }
        catch (TrackerException failure)
        {
            return [Finding.Fail(failure.Message.TrimEnd('.'), "Look at the token and at the name of the repository, then try again.")];
        }
    }
}
