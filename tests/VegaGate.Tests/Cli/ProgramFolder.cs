using System.Diagnostics;
using System.Text;
using VegaGate.Cli;
using VegaGate.Cli.Actions;
using VegaGate.GitHub.Actions;

namespace VegaGate.Tests.Cli;

/// <summary>A folder in which the program runs inside the test, outside a workflow or as a step of one.</summary>
internal sealed class ProgramFolder : IDisposable
{
    public const string List = "checklist: a\ntitle: A\npeople: { zev: { github: zev-dev } }\nsections:\n  - id: s\n    title: S\n    owners: zev\n    items:\n      - id: 1.10\n        title: T\n        pass: P\n";

    public string Path { get; } = Directory.CreateTempSubdirectory("vegagate-cli-").FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Environment variables of the run.</summary>
    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal) { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" };

    public ProgramFolder Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Of(path))!);
        File.WriteAllText(Of(path), text);
        return this;
    }

    public string Of(string path) => System.IO.Path.Combine(Path, path);

    public string Read(string path) => File.ReadAllText(Of(path));

    public int Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var surroundings = new Surroundings(output, error, false, Path, Time, Variables.GetValueOrDefault);
        if (ActionsEnvironment.Read(surroundings.Variable) is { } environment)
            surroundings = surroundings with { Step = new ActionsStep(environment, output) };
        var code = Application.Run(arguments, surroundings);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    /// <summary>Runs git in the folder, with no settings but the folder's own.</summary>
    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main", .. arguments])
        {
            WorkingDirectory = Path,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
        return said.Trim();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
