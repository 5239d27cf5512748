using System.Collections.Immutable;
using VegaGate.Text;

namespace VegaGate.Configuration;

/// <summary>Which files of a folder that is walked are checklists.</summary>
/// <param name="Include">With none, every file is.</param>
/// <param name="Exclude">These are not, also where <paramref name="Include"/> names them.</param>
public sealed record PathSelection(ImmutableArray<PathPattern> Include, ImmutableArray<PathPattern> Exclude)
{
    public static PathSelection Everything { get; } = new([], []);

    /// <summary>Whether a file of a folder is a checklist.</summary>
    /// <param name="path">From the working directory, with forward slashes.</param>
    public bool Takes(string path) =>
        (Include.IsEmpty || Include.Any(pattern => pattern.IsMatch(path))) && !Exclude.Any(pattern => pattern.IsMatch(path));
}
