using System.Collections.Immutable;
using VegaGate.Checklists;

namespace VegaGate.Cli.Setup;

/// <summary>Where the issue forms lie by which people report blockers.</summary>
internal static class BlockerForms
{
    /// <summary>The form where one list alone has one.</summary>
    public const string Only = ".github/ISSUE_TEMPLATE/blocker.yml";

    /// <summary>The lists that have a form, which are those with <c>escalation</c>, each with its path: of several, each has a form of its own.</summary>
    public static ImmutableArray<(Checklist List, string Path)> Of(IEnumerable<Checklist> checklists)
    {
        var lists = checklists.Where(checklist => checklist.Escalation is not null).ToImmutableArray();
        return [.. lists.Select(list => (list, lists.Length == 1 ? Only : $".github/ISSUE_TEMPLATE/blocker-{list.Name}.yml"))];
    }
}
