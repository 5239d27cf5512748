using System.CommandLine;

namespace VegaGate.Cli.Composition;

/// <summary>The arguments and options that several commands share. Each command takes instances of its own.</summary>
internal sealed class ProjectOptions
{
    private ProjectOptions()
    {
        Paths = new Argument<string[]>("PATH")
        {
            Description = "Checklist files, or folders that hold them.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => ["checklists"],
        };
    }

    public Argument<string[]> Paths { get; }

    public Option<string?> Config { get; } = new("--config") { Description = "The configuration file; .vegagate.yaml unless said.", HelpName = "FILE" };

    public Option<string?> Tracker { get; } = Choice("--tracker", "Where the issues are: the embedded tracker (a file), or GitHub.", "local", "github");

    public Option<string?> Release { get; } = new("--release") { Description = "The release, for checklists that are walked for each release.", HelpName = "TAG" };

    /// <summary>For a command that works on the tracker: adds everything to it.</summary>
    public static ProjectOptions AddTo(Command command)
    {
        var options = new ProjectOptions();
        command.Add(options.Paths);
        command.Add(options.Tracker);
        command.Add(options.Release);
        command.Add(options.Config);
        return options;
    }

    public static Option<string?> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', values) };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
