using VegaGate.Cli;

namespace VegaGate.EndToEnd.Running;

/// <summary>Runs the whole program, from its arguments to its exit code, in this process and by a clock of the test's.</summary>
internal static class InProcess
{
    public static async Task<ProgramRun> RunAsync(string directory, IReadOnlyDictionary<string, string> variables, TimeProvider time, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings(output, error, IsTerminal: false, directory, time, name => variables.GetValueOrDefault(name));
        var code = await Task.Run(() => Application.Run(arguments, surroundings));
        return new ProgramRun(string.Join(' ', arguments), code, output.ToString(), error.ToString());
    }
}
