using System.Globalization;
using System.Text;
using VegaGate.Conditions;

namespace VegaGate.Cli.Composition;

/// <summary>When files were last changed, asked of the installed git.</summary>
internal static class CommitDates
{
    /// <summary>The time that the committer of the last change wrote into it; null where no commit has the file.</summary>
    /// <param name="place">Options that say where git works.</param>
    /// <exception cref="UnansweredException">The history cannot be read, or is not whole: then its first commit seems to have made every file.</exception>
    public static DateTimeOffset? Find(GitProgram git, Surroundings surroundings, string[] place, string commit, string path)
    {
        if (Ask("rev-parse", "--is-shallow-repository") != "false")
            throw new UnansweredException("the checkout has not the whole history; check out with `fetch-depth: 0`");
        var date = Ask("log", "-1", "--format=%cI", commit, "--", path) ?? throw new UnansweredException("git cannot read the history of the file");
        if (date.Length == 0)
            return null;
        return DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out var time) ? time : throw new UnansweredException("git gives no date for the last change of the file");

        string? Ask(params IEnumerable<string> arguments) => git.Run(surroundings, [.. place, .. arguments]) is { } bytes ? Encoding.UTF8.GetString(bytes).Trim() : null;
    }
}
