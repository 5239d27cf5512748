using System.Diagnostics;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>Calls one of the programs under <c>github/</c>.</summary>
internal static class NodeScript
{
    private static readonly string[] PassedOn = ["PATH", "HOME", "LANG", "TMPDIR", "NUGET_PACKAGES", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"];

    public static Task<ProgramRun> RunAsync(string script, IEnumerable<string> arguments, TimeSpan patience) =>
        VegaGateProgram.RunAsync(Describe(script, arguments), patience);

    public static ProcessStartInfo Describe(string script, IEnumerable<string> arguments)
    {
        var folder = Path.Combine(Repository.Tests, "github");
        var variables = PassedOn.Where(name => Environment.GetEnvironmentVariable(name) is not null)
            .ToDictionary(name => name, name => Environment.GetEnvironmentVariable(name)!, StringComparer.Ordinal);
        variables["VEGAGATE_WRITE_SPACING"] = "0";
        variables["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        variables["DOTNET_NOLOGO"] = "1";
        return VegaGateProgram.Describe(folder, variables, "node", [Path.Combine(folder, script), .. arguments]);
    }
}
