#pragma warning disable CA1812 // The reader of JSON makes them.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VegaGate.EndToEnd.Http;

/// <summary>What the runner tells of one run of a workflow.</summary>
internal sealed record WorkflowReport(
    string Result,
    string? Error,
    Dictionary<string, WorkflowReport.Job> Jobs,
    WorkflowReport.Annotation[] Annotations,
    WorkflowReport.Annotation[] DroppedAnnotations,
    WorkflowReport.Command[] Commands,
    WorkflowReport.Summary[] Summaries,
    WorkflowReport.Line[] Log)
{
    /// <summary>The whole report as it was written, for looking for what must not be anywhere.</summary>
    [JsonIgnore]
    public string Text { get; init; } = "";

    public string LogText => string.Join('\n', Log.Select(line => line.Text));

    public static WorkflowReport Read(string json) => JsonSerializer.Deserialize<WorkflowReport>(json, Options.Value)! with { Text = json };

    public WorkflowReport Ends(string result)
    {
        Result.Should().Be(result, "{0}", ToString());
        return this;
    }

    /// <summary>Every step that has an exit code, also inside actions.</summary>
    public IEnumerable<Step> ScriptsOf(string job) => Jobs[job].Steps.SelectMany(step => step.Steps is { } inner ? inner : [step]).Where(step => step.ExitCode is not null);

    public string SummaryOf(string job, string step) => string.Concat(Summaries.Where(summary => summary.Job == job && summary.Step.StartsWith(step, StringComparison.Ordinal)).Select(summary => summary.Text));

    public Step StepOf(string job, string name) => Jobs[job].Steps.Single(step => step.Name == name);

    public override string ToString() => $"{Result} {Error}\n{string.Join('\n', Jobs.Select(job => $"{job.Key}: {job.Value.Result}"))}\n{LogText}";

    private static class Options
    {
        public static readonly JsonSerializerOptions Value = new(JsonSerializerDefaults.Web);
    }

    internal sealed record Job(string Result, Dictionary<string, string> Outputs, Step[] Steps);

    internal sealed record Step(string? Id, string Name, string Outcome, Dictionary<string, string> Outputs, Step[]? Steps, int? ExitCode);

    internal sealed record Annotation(string Job, string Step, string Level, string? File, int? Line, int? EndLine, int? Col, int? EndCol, string? Title, string Message)
    {
        public string Place => $"{File}:{Line}:{Col}";
    }

    internal sealed record Command(string Job, string Step, string Name, string Data);

    internal sealed record Summary(string Job, string Step, string Text);

    internal sealed record Line(string Job, string Step, string Text);
}
