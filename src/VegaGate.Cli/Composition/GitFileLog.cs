using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VegaGate.Phases;

namespace VegaGate.Cli.Composition;

/// <summary>The commits that changed a file, also under its former names, asked of the installed git.</summary>
internal static class GitFileLog
{
    /// <summary>Some 40,000 commits of one file.</summary>
    private const int MaxLog = 16 * 1024 * 1024;

    /// <summary>The commits, the newest first.</summary>
    /// <param name="path">From the working directory.</param>
    /// <exception cref="UsageException">There is no git, no repository, or not the whole of its history.</exception>
    public static ImmutableArray<FileCommit> Read(string path, Surroundings surroundings)
    {
        var git = GitProgram.Find(surroundings.Variable("PATH")) ?? throw new UsageException("git is not installed, so the history of the file cannot be read.");
        if (git.Run(surroundings, "rev-parse", "--is-shallow-repository") is not { } answer)
            throw new UsageException("the working directory is in no git repository, so the history of the file cannot be read.");
        if (Encoding.UTF8.GetString(answer).Trim() != "false")
            throw new UsageException("the checkout has not the whole history; check out with `fetch-depth: 0`.");
        // NUL, which no message holds, between the commits; a unit separator between the parts, of which the last one takes the rest.
        if (git.Run(surroundings, MaxLog, ["log", "--follow", "-z", "--format=%H%x1f%cI%x1f%an%x1f%s", "--", path]) is not { } log)
            throw new UsageException($"git cannot read the history of {Reporting.SafeText.Show(path)}.");
        return
        [
            .. from line in Encoding.UTF8.GetString(log).Split('\0', StringSplitOptions.RemoveEmptyEntries)
               let parts = line.Split('\x1f', 4)
               where parts.Length == 4
               select new FileCommit(parts[0], DateTimeOffset.Parse(parts[1], CultureInfo.InvariantCulture), parts[2], parts[3]),
        ];
    }
}
