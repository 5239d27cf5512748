namespace VegaGate.Cli.Reporting;

/// <summary>Every format of findings, a line each.</summary>
public static class ReporterCatalog
{
    public const string Console = "console";

    public const string GitHub = "github";

    public static IReadOnlyDictionary<string, Func<IDiagnosticReporter>> All { get; } = new Dictionary<string, Func<IDiagnosticReporter>>(StringComparer.Ordinal)
    {
        [Console] = () => new ConsoleReporter(),
        [GitHub] = () => new GitHubReporter(),
        ["json"] = () => new JsonReporter(),
        ["sarif"] = () => new SarifReporter(),
        ["junit"] = () => new JUnitReporter(),
        ["markdown"] = () => new MarkdownReporter(),
    };
}
