using System.Collections.Immutable;
using System.Text;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Rules;

/// <summary>Applies fixes to files together until none is left. It changes no file: it makes new texts.</summary>
public static class Fixer
{
    /// <summary>A fix may make room for another; what needs more rounds than this is left as it is then.</summary>
    private const int MaxRounds = 10;

    /// <summary>The files with their fixes, each at its place. A text that fixes would make unreadable, or break further, stays as it was before that round.</summary>
    /// <param name="validate">How findings are found, so that what is off or suppressed is not fixed.</param>
    /// <param name="atMost">The least safe fixes that are applied.</param>
    public static ImmutableArray<YamlTree> Fix(ImmutableArray<YamlTree> trees, Func<ImmutableArray<YamlTree>, ValidationResult> validate, FixApplicability atMost)
    {
        var isGivenUp = new bool[trees.Length];
        for (var round = 0; round < MaxRounds; round++)
        {
            var findings = validate(trees).Diagnostics.Where(finding => finding.Fix?.Applicability <= atMost).ToLookup(finding => finding.Source);
            var next = trees.ToBuilder();
            var isChanged = false;
            for (var at = 0; at < trees.Length; at++)
            {
                var source = trees[at].Source;
                if (isGivenUp[at] || !findings.Contains(source) || FixApplier.Apply(source, findings[source], atMost) is not { } text || text == source.Text)
                    continue;
                var tree = YamlReader.Read(source.Path, [.. source.HasByteOrderMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]);
                isGivenUp[at] = tree.Diagnostics.Length > trees[at].Diagnostics.Length || tree.Root is null;
                if (isGivenUp[at])
                    continue;
                next[at] = tree;
                isChanged = true;
            }

            if (!isChanged)
                break;
            trees = next.ToImmutable();
        }

        return trees;
    }
}
