using System.CommandLine;
using System.CommandLine.Invocation;
using VegaGate.Cli.Commands;
using VegaGate.Cli.Reporting;
using VegaGate.Tracking;

namespace VegaGate.Cli;

/// <summary>Takes a call to its command, and everything that can end one to its exit code.</summary>
public static class Application
{
    public static int Run(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        try
        {
            return Invoke(arguments, surroundings);
        }
        catch (UsageException problem)
        {
            surroundings.Error.Write($"vegagate: {problem.Message}\n");
            return ExitCode.Usage;
        }
        catch (TrackerException failure)
        {
            surroundings.Error.Write($"vegagate: {SafeText.Show(failure.Message)}\n");
            return failure.Failure == TrackerFailure.RateLimited ? ExitCode.Unfinished : ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            surroundings.Error.Write("vegagate: stopped; run it again to go on.\n");
            return ExitCode.Failure;
        }
#pragma warning disable CA1031 // The last place: whatever else happens is a fault of this program, and is said without a trace.
        catch (Exception fault)
        {
            surroundings.Error.Write($"vegagate: internal error, please report it: {fault.GetType().Name}: {SafeText.Show(fault.Message)}\n");
            return ExitCode.Failure;
        }
#pragma warning restore CA1031
        finally
        {
            surroundings.Output.Flush();
            surroundings.Error.Flush();
        }
    }

    private static int Invoke(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        var root = new RootCommand("VegaGate: checklists as code that hold the release until they are signed off.");
        foreach (var command in CommandCatalog.For(arguments.Count > 0 ? arguments[0] : null, surroundings))
            root.Add(command);
        var call = root.Parse(arguments);
        if (call.Errors.Count > 0 && call.Action is ParseErrorAction)
        {
            foreach (var error in call.Errors)
                surroundings.Error.Write($"vegagate: {SafeText.Show(error.Message)}\n");
            surroundings.Error.Write("Run with --help to see what can be said.\n");
            return ExitCode.Usage;
        }

        return call.Invoke(new InvocationConfiguration { Output = surroundings.Output, Error = surroundings.Error, EnableDefaultExceptionHandler = false });
    }
}
