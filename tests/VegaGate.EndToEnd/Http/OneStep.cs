namespace VegaGate.EndToEnd.Http;

/// <summary>A workflow with one step of the action, as somebody has it who uses nothing else of this repository.</summary>
internal static class OneStep
{
    public const string Job = "only";
    public const string Name = "The step";

    /// <summary>Writes the workflow into the repository's folder, where the runner reads it; the checkout needs no commit of it.</summary>
    public static string Write(TestRepository repository, string command, string more = "")
    {
        var file = $"{command}-only.yml";
        repository.Write($".github/workflows/{file}", $$$"""
            on: [push, pull_request, pull_request_target, workflow_run, merge_group, issues]
            jobs:
              only:
                runs-on: ubuntu-24.04
                permissions: { contents: read, issues: write, pull-requests: read, statuses: write }
                steps:
                  - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8
                  - { id: step, name: {{{Name}}}, uses: ./, with: { command: {{{command}}}{{{more}}} } }

            """);
        return file;
    }

    public static WorkflowReport.Step Step(this WorkflowReport report) => report.StepOf(Job, Name);

    public static int? ExitCode(this WorkflowReport report) => report.ScriptsOf(Job).Last().ExitCode;
}
