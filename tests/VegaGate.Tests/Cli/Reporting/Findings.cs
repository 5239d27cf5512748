using System.Collections.Immutable;
using VegaGate.Cli;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Text;

namespace VegaGate.Tests.Cli.Reporting;

/// <summary>Makes findings, and shows what a reporter makes of them.</summary>
internal static class Findings
{
    public static DiagnosticDescriptor Duplicate { get; } = DescriptorCatalog.All.Single(descriptor => descriptor.Id == "VG1007");

    /// <summary>Characters that are something else in XML, JSON, Markdown, a URI, a log or a terminal.</summary>
    public const string Hostile = "<b>&amp;\"']]>\u0000\u0008\u001b[31m\uD83D\uDE00\uFFFE\u202E\u2028 ##[error] | [x](http://x.example) {0} @ann #1 \\";

    /// <summary>Half a surrogate pair, which is no text in UTF-8.</summary>
    public const string Broken = "a\uD83Db\uDE00c";

    /// <summary>A finding at the marked token.</summary>
    public static Diagnostic At(string marked, string message = "It is taken.", string path = "checklists/a.yaml", DiagnosticDescriptor? descriptor = null)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var source = SourceText.FromString(path, marked.Remove(end + 2, 2).Remove(start, 2));
        return new Diagnostic(descriptor ?? Duplicate, source, TextSpan.FromBounds(start, end), message);
    }

    public static string Report(IDiagnosticReporter reporter, params ImmutableArray<Diagnostic> diagnostics) =>
        Report(reporter, diagnostics, [.. diagnostics.Select(diagnostic => diagnostic.Source.Path).Distinct(StringComparer.Ordinal)]);

    public static string Report(IDiagnosticReporter reporter, ImmutableArray<Diagnostic> diagnostics, ImmutableArray<string> files)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        reporter.Report(diagnostics, files, new Surroundings(output, error, IsTerminal: false, Repository.Root, TimeProvider.System, _ => null));
        error.ToString().Should().BeEmpty();
        return output.ToString();
    }
}
