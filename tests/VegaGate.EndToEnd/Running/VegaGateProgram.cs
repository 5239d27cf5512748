using System.Diagnostics;
using System.Text;

namespace VegaGate.EndToEnd.Running;

/// <summary>Runs the published program, in an environment that holds what the test says and nothing else.</summary>
internal static class VegaGateProgram
{
    /// <summary>Far beyond anything that a call takes, also on a machine that is busy with something else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static IReadOnlyDictionary<string, string> NoVariables { get; } = Variables();

    public static IReadOnlyDictionary<string, string> Variables(params (string Name, string Value)[] variables) =>
        variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);

    public static Task<ProgramRun> RunAsync(string directory, IReadOnlyDictionary<string, string> variables, IEnumerable<string> arguments) =>
        RunAsync(Describe(directory, variables, Repository.Program, arguments), Patience);

    /// <summary>Runs it with a bound on the processor time that it may use, however busy the machine is: beyond it the system ends the process.</summary>
    public static Task<ProgramRun> RunWithinAsync(int processorSeconds, string directory, IEnumerable<string> arguments) =>
        OperatingSystem.IsWindows()
            ? RunAsync(directory, NoVariables, arguments)
            : RunAsync(Describe(directory, NoVariables, "/bin/sh", ["-c", $"ulimit -t {processorSeconds} && exec \"$@\"", "sh", Repository.Program, .. arguments]), Patience);

    /// <summary>Runs any process to its end.</summary>
    public static async Task<ProgramRun> RunAsync(ProcessStartInfo description, TimeSpan patience)
    {
        var call = string.Join(' ', description.ArgumentList.Prepend(Path.GetFileName(description.FileName)));
        using var process = Start(description);
        using var limit = new CancellationTokenSource(patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await Task.WhenAll(output, error, process.WaitForExitAsync(limit.Token));
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{call} has not ended within {patience}.", e);
        }

        return new ProgramRun(call, process.ExitCode, await output, await error);
    }

    public static ProcessStartInfo Describe(string directory, IReadOnlyDictionary<string, string> variables, string program, IEnumerable<string> arguments)
    {
        var description = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
            UseShellExecute = false,
        };
        description.Environment.Clear();
        description.Environment["DOTNET_ROOT"] = Path.GetFullPath("../../..", Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        description.Environment["HOME"] = directory;
        if (Environment.GetEnvironmentVariable("SystemRoot") is { } windows)
            description.Environment["SystemRoot"] = windows;
        foreach (var (name, value) in variables)
            description.Environment[name] = value;
        return description;
    }

    public static Process Start(ProcessStartInfo description)
    {
        var process = Process.Start(description) ?? throw new InvalidOperationException($"{description.FileName} did not start.");
        process.StandardInput.Close();
        return process;
    }
}
