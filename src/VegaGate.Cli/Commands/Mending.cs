using System.Collections.Immutable;
using VegaGate.Cli.Checklists;
using VegaGate.Cli.Reporting;
using VegaGate.Diagnostics;
using VegaGate.Rules;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Cli.Commands;

/// <summary>What <c>validate</c> does with fixes: it writes them, or it shows the difference that they would make.</summary>
/// <param name="atMost">The least safe fixes that are applied.</param>
/// <param name="isShown">Whether nothing is written.</param>
internal sealed class Mending(FixApplicability atMost, bool isShown)
{
    public bool IsShown => isShown;

    /// <summary>Whether there was anything to mend.</summary>
    public bool HasChanges { get; private set; }

    /// <summary>Whether there are errors besides.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether a file could not be written that was to be.</summary>
    public bool HasFailed { get; private set; }

    public void Run(ImmutableArray<ChecklistFile> files, Func<ImmutableArray<YamlTree>, ValidationResult> validate, Surroundings surroundings)
    {
        ImmutableArray<YamlTree> trees = [.. files.Select(file => file.Read())];
        var mended = Fixer.Fix(trees, validate, atMost);
        var count = 0;
        for (var at = 0; at < files.Length; at++)
        {
            var (before, now) = (trees[at].Source, mended[at].Source);
            if (before.Text == now.Text)
                continue;
            if ((isShown ? FileReplacement.Refuse(files[at]) : FileReplacement.TryWrite(files[at], before, now)) is { } problem)
            {
                HasFailed = true;
                surroundings.Error.Write($"vegagate: {before.Path} {SafeText.Show(problem)}.\n");
                continue;
            }

            count++;
            if (isShown)
                surroundings.Output.Write(UnifiedDiff.Of(ShownPath.WithSlashes(Path.GetRelativePath(surroundings.Directory, files[at].Path)), Whole(before), Whole(now)));
        }

        HasChanges = count > 0;
        if (!isShown)
            return;
        HasErrors = validate(trees).HasErrors;
        surroundings.Error.Write($"{count} of {files.Length} file{(files.Length == 1 ? "" : "s")} would change.\n");
    }

    private static string Whole(SourceText text) => text.HasByteOrderMark ? "\ufeff" + text.Text : text.Text;
}
