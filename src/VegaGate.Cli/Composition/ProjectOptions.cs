using System.CommandLine;

namespace VegaGate.Cli.Composition;

/// <summary>The arguments and options that several commands share. Each command takes instances of its own.</summary>
internal sealed class ProjectOptions
{
    private readonly Func<ParseResult, string[]> _paths;

    private ProjectOptions(Func<ParseResult, string[]> paths) => _paths = paths;

    public Option<string?> Config { get; } = new("--config") { Description = "The configuration file; .vegagate.yaml unless said.", HelpName = "FILE" };

    public Option<string?> Tracker { get; } = Choice("--tracker", "Where the issues are: the embedded tracker (a file), or GitHub.", "local", "github");

    public Option<string?> Release { get; } = new("--release") { Description = "The release, for checklists that are walked for each release.", HelpName = "TAG" };

    /// <summary>For a command that works on the tracker and takes paths as its arguments.</summary>
    public static ProjectOptions AddTo(Command command)
    {
        var paths = Paths();
        command.Add(paths);
        return AddTo(command, call => call.GetValue(paths)!);
    }

    /// <summary>For a command whose arguments are something else.</summary>
    public static ProjectOptions AddTo(Command command, Option<string[]> paths)
    {
        command.Add(paths);
        return AddTo(command, call => call.GetValue(paths)!);
    }

    /// <summary>The argument that says where the checklists are.</summary>
    public static Argument<string[]> Paths(string description = "Checklist files, or folders that hold them; `checklists` unless said.") =>
        new("PATH") { Description = description, Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => ["checklists"] };

    public string[] PathsOf(ParseResult call) => _paths(call);

    public static Option<string?> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', values) };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static ProjectOptions AddTo(Command command, Func<ParseResult, string[]> paths)
    {
        var options = new ProjectOptions(paths);
        command.Add(options.Tracker);
        command.Add(options.Release);
        command.Add(options.Config);
        return options;
    }
}
