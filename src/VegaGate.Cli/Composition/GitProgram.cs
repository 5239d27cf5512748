using System.ComponentModel;
using System.Diagnostics;

namespace VegaGate.Cli.Composition;

/// <summary>
/// The installed git, for reading what the checkout holds. It is looked for in the rooted folders of PATH alone: starting a process by its bare name would
/// find a program of that name in the working directory, which is the pull request's own.
/// </summary>
internal sealed class GitProgram
{
    /// <summary>Far more than a configuration, or a line on it, ever has.</summary>
    private const int MaxBytes = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What git may take from the environment: where its own settings are, and nothing secret.</summary>
    private static readonly string[] Passed = ["PATH", "HOME", "XDG_CONFIG_HOME", "SystemRoot", "USERPROFILE"];

    private readonly string _file;

    private GitProgram(string file) => _file = file;

    /// <summary>Null where there is none.</summary>
    /// <param name="path">The value of PATH.</param>
    public static GitProgram? Find(string? path)
    {
        var name = OperatingSystem.IsWindows() ? "git.exe" : "git";
        var file = (path ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return file is null ? null : new GitProgram(file);
    }

    /// <summary>What it says on standard output; null when it fails, says too much, or takes too long. It touches neither network nor working tree.</summary>
    public byte[]? Run(Surroundings surroundings, params IEnumerable<string> arguments) => Run(surroundings, MaxBytes, arguments);

    /// <summary>The same with another bound.</summary>
    /// <param name="maxBytes">What says more has failed.</param>
    /// <param name="input">What it is given on standard input.</param>
    public byte[]? Run(Surroundings surroundings, int maxBytes, IEnumerable<string> arguments, byte[]? input = null)
    {
        // A folder of the change that looks like a repository is none.
        var start = new ProcessStartInfo(_file, ["-c", "safe.bareRepository=explicit", "--literal-pathspecs", "--no-replace-objects", .. arguments])
        {
            WorkingDirectory = surroundings.Directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var name in Passed)
        {
            if (surroundings.Variable(name) is { } value)
                start.Environment[name] = value;
        }

        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        try
        {
            using var process = Process.Start(start);
            return process is null ? null : Read(process, surroundings.Time, maxBytes, input);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException or InvalidOperationException)
        {
            return null;
        }
    }

    private static byte[]? Read(Process process, TimeProvider time, int maxBytes, byte[]? input)
    {
        using var limit = time.CreateTimer(_ => Stop(process), null, Patience, Timeout.InfiniteTimeSpan);
        var given = Task.Run(() => Give(process, input));
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var bytes = new byte[maxBytes];
        var length = process.StandardOutput.BaseStream.ReadAtLeast(bytes, maxBytes, throwOnEndOfStream: false);
        if (length == maxBytes)
            Stop(process);
        process.WaitForExit();
        given.GetAwaiter().GetResult();
        return process.ExitCode == 0 && length < maxBytes ? bytes[..length] : null;
    }

    /// <summary>Beside the reading: it may answer before it has heard everything.</summary>
    private static void Give(Process process, byte[]? input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It has ended without hearing everything, and its exit code tells.
        }
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
