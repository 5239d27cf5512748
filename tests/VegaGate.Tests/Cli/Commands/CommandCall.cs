using VegaGate.Cli;

namespace VegaGate.Tests.Cli.Commands;

/// <summary>A call of the program inside the test's own process.</summary>
internal static class CommandCall
{
    public static (int ExitCode, string Output, string Error) Run(params string[] arguments) => Run(isTerminal: false, arguments);

    public static (int ExitCode, string Output, string Error) Run(bool isTerminal, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = Application.Run(arguments, new Surroundings(output, error, isTerminal, Repository.Root, TimeProvider.System, _ => null));
        return (code, output.ToString(), error.ToString());
    }
}
