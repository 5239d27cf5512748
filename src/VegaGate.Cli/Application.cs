using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using VegaGate.Cli.Commands;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.GitHub.Actions;
using VegaGate.Tracking;

namespace VegaGate.Cli;

/// <summary>Takes a call to its command, and everything that can end one to its exit code.</summary>
public static class Application
{
    private const string SeeHelp = "Run with --help to see what can be said.\n";

    public static int Run(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        try
        {
            var code = Invoke(arguments, surroundings);
            surroundings.Output.Flush();
            return code;
        }
        catch (UsageException problem)
        {
            return End(ExitCode.Usage, SafeText.Show(problem.Message), surroundings);
        }
        catch (TrackerException failure)
        {
            return End(failure.Failure == TrackerFailure.RateLimited ? ExitCode.Unfinished : ExitCode.Failure, SafeText.Show(failure.Message), surroundings);
        }
        catch (IOException failure)
        {
            return End(ExitCode.Failure, SafeText.Show(failure.Message), surroundings);
        }
        catch (OperationCanceledException)
        {
            return End(ExitCode.Failure, "stopped; run it again to go on.", surroundings);
        }
#pragma warning disable CA1031 // The last place: whatever else happens is a fault of this program, and is said without a trace.
        catch (Exception fault)
        {
            return End(ExitCode.Failure, $"internal error, please report it: {fault.GetType().Name}: {SafeText.Show(fault.Message)}", surroundings);
        }
#pragma warning restore CA1031
        finally
        {
            Flush(surroundings.Output);
            Flush(surroundings.Error);
        }
    }

    /// <summary>Says why it ends: in a step as an annotation, since nobody opens a log that nothing points to; elsewhere on standard error.</summary>
    private static int End(int code, string why, Surroundings surroundings)
    {
        if (surroundings.Step is { } step)
            step.Annotate(new Annotation(DiagnosticSeverity.Error, why));
        else
            surroundings.Error.Write($"vegagate: {why}\n");
        return code;
    }

    /// <summary>Where something went wrong, what was written before it is still of use; that it cannot be written then changes nothing.</summary>
    private static void Flush(TextWriter writer)
    {
        try
        {
            writer.Flush();
        }
        catch (IOException)
        {
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
            surroundings.Error.Write(SeeHelp);
            return ExitCode.Usage;
        }

        // What looks like an option and is none would be taken for a path or a text.
        if (!arguments.Contains("--", StringComparer.Ordinal) && call.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).FirstOrDefault(IsLikeOption) is { } unknown)
        {
            surroundings.Error.Write($"vegagate: there is no option {SafeText.Show(unknown.Value)}.\n{SeeHelp}");
            return ExitCode.Usage;
        }

        return call.Invoke(new InvocationConfiguration { Output = surroundings.Output, Error = surroundings.Error, EnableDefaultExceptionHandler = false });
    }

    private static bool IsLikeOption(Token token) =>
        token.Value.StartsWith('-') && token.Value.TrimStart('-') is [var first, ..] && char.IsAsciiLetter(first) && !token.Value.Any(char.IsWhiteSpace);
}
