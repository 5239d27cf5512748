using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.GitHub.Actions;

namespace VegaGate.Cli.Reporting;

/// <summary>For a workflow: annotations on the lines of the diff, most severe first, within what GitHub shows of one step.</summary>
public sealed class GitHubReporter : IDiagnosticReporter
{
    public void Report(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<string> files, Surroundings surroundings)
    {
        foreach (var annotation in AnnotationBudget.Apply(diagnostics.Select(Annotate)))
        {
            if (surroundings.Step is { } step)
                step.Annotate(annotation);
            else
                surroundings.Output.Write(WorkflowCommands.Format(annotation) + "\n");
        }

        surroundings.Step?.AddSummary(DiagnosticsMarkdown.Render(diagnostics, files.Length));
    }

    private static Annotation Annotate(Diagnostic diagnostic)
    {
        var start = diagnostic.Source.GetPosition(diagnostic.Span.Start);
        var end = diagnostic.Source.GetPosition(diagnostic.Span.End);
        return new Annotation(diagnostic.Severity, SafeText.Show(diagnostic.Message), diagnostic.Source.Path, start.Line)
        {
            Column = start.Column,
            EndLine = end.Line,
            EndColumn = end.Column,
            Title = $"{diagnostic.Descriptor.Id} {diagnostic.Descriptor.Name}",
        };
    }
}
