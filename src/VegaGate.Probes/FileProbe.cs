using System.Globalization;
using VegaGate.Conditions;
using VegaGate.Format;
using VegaGate.Text;

namespace VegaGate.Probes;

/// <summary>Looks for a file of the commit. Of several that fit a pattern, one has to be all that is asked.</summary>
internal sealed class FileProbe : IProbe
{
    /// <summary>Files of one pattern whose last commits are looked for.</summary>
    private const int MaxDated = 100;

    /// <summary>What clocks may differ by.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    public ProbeFormat Format => FileCondition.Format;

    public TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    public Task<Finding> AskAsync(MappingReader parameters, ProbeContext context, CancellationToken cancellation) => Task.FromResult(Ask(parameters, context, cancellation));

    private static Finding Ask(MappingReader parameters, ProbeContext context, CancellationToken cancellation)
    {
        var path = parameters.Require(FileCondition.Path);
        var newerThan = parameters.FindDuration(FileCondition.NewerThan);
        var pattern = new PathPattern(path);
        var fitting = context.Files.List().Where(file => pattern.IsMatch(file.Path)).ToArray();
        if (fitting.Length == 0)
            return Finding.Fail($"no tracked file is {Shown.Of(path)}");
        if (parameters.IsSet(FileCondition.NotEmpty))
            fitting = [.. fitting.Where(file => file.Size > 0)];
        if (fitting.Length == 0)
            return Finding.Fail($"{Shown.Of(path)} is empty");
        return newerThan is { } age ? AskAge(path, fitting, age, context, cancellation) : Finding.Pass($"{Shown.Of(fitting[0].Path)} is there");
    }

    private static Finding AskAge(string path, CommitFile[] fitting, TimeSpan age, ProbeContext context, CancellationToken cancellation)
    {
        if (fitting.Length > MaxDated)
            throw new UnansweredException($"more than {MaxDated} files are {Shown.Of(path)}, too many to look for the age of each");
        var now = context.Time.GetUtcNow();
        DateTimeOffset? newest = null;
        foreach (var file in fitting)
        {
            cancellation.ThrowIfCancellationRequested();
            if (context.Files.FindLastChange(file.Path) is not { } changed)
                continue;
            if (changed > now + Tolerance)
                throw new UnansweredException($"the last commit of {Shown.Of(file.Path)} bears a time that has not come");
            if (now - changed <= age)
                return Finding.Pass($"{Shown.Of(file.Path)} was changed on {Day(changed)}");
            newest = newest is { } other && other > changed ? other : changed;
        }

        return newest is { } last ? Finding.Fail($"{Shown.Of(path)} was last changed on {Day(last)}, which is too long ago") : throw new UnansweredException($"no commit has {Shown.Of(path)}");
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
