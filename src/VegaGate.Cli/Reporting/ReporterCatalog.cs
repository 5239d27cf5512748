namespace VegaGate.Cli.Reporting;

/// <summary>Every format of findings, a line each.</summary>
public static class ReporterCatalog
{
    public const string Console = "console";

    public static IReadOnlyDictionary<string, Func<IDiagnosticReporter>> All { get; } = new Dictionary<string, Func<IDiagnosticReporter>>(StringComparer.Ordinal)
    {
        [Console] = () => new ConsoleReporter(),
        ["github"] = () => new GitHubReporter(),
        ["json"] = () => new JsonReporter(),
    };
}
