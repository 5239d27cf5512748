using VegaGate.Diagnostics;

namespace VegaGate.Cli.Reporting;

/// <summary>A finding as one line among others.</summary>
internal static class Notices
{
    public static string Show(Diagnostic diagnostic)
    {
        var at = diagnostic.Source.GetPosition(diagnostic.Span.Start);
        return $"{diagnostic.Source.Path}:{at.Line}:{at.Column}: {ConsoleReporter.Word(diagnostic.Severity)} {diagnostic.Descriptor.Id}: {diagnostic.Message}";
    }
}
