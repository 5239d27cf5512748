using System.CommandLine;
using VegaGate.Cli.Composition;

namespace VegaGate.Cli.Reporting;

/// <summary>How a command that has something to tell tells it: to a person, to a program, or as a page.</summary>
internal static class Answer
{
    public static Option<string?> FormatOption() => ProjectOptions.Choice("--format", "How the answer is written.", "console", "json", "markdown");

    /// <summary>Writes the answer in the format that was asked for; only that one is made.</summary>
    /// <param name="json">Without a line end of its own.</param>
    public static void Write(string? format, TextWriter output, Action<TextWriter> console, Func<string> json, Func<string> markdown)
    {
        switch (format)
        {
            case "json":
                output.Write(json() + "\n");
                break;
            case "markdown":
                output.Write(markdown());
                break;
            default:
                console(output);
                break;
        }
    }
}
