using System.Collections.Immutable;
using System.Globalization;
using VegaGate.Checklists;
using VegaGate.Format;
using VegaGate.Tracking;

namespace VegaGate.Sync;

/// <summary>Makes of a checklist the issues that it wants: one for each item, one for each hand-off, and last the one that says where the list stands.</summary>
public static class DesiredIssues
{
    /// <summary>GitHub's limit.</summary>
    internal const int MaxAssignees = 10;

    /// <summary>A block beyond this leaves people no room in GitHub's 65,536 characters.</summary>
    private const int MaxBlock = 48_000;

    private const string Rest = "\n\nThe rest stands in the file.";

    /// <summary>What is signed off in a tracking issue: nothing, so it never changes.</summary>
    private const string NothingSigned = "-";

    /// <summary>Of what was renamed: what it was called, and what it is called now. A name that is in use is nobody's former one.</summary>
    public static IReadOnlyDictionary<string, string> Formerly(ImmutableArray<DesiredIssue> desired)
    {
        var today = desired.Select(issue => issue.Id.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var formerly = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var issue in desired)
        {
            foreach (var name in issue.Formerly.Select(id => id.ToString()).Where(name => !today.Contains(name)))
                formerly.TryAdd(name, issue.Id.ToString());
        }

        return formerly;
    }

    /// <summary>Of what the file names an issue for, its number.</summary>
    public static IReadOnlyDictionary<string, int> Named(ImmutableArray<DesiredIssue> desired) =>
        desired.Where(issue => issue.Named is not null).ToDictionary(issue => issue.Id.ToString(), issue => issue.Named!.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order of the file.</summary>
    /// <param name="checklist">A list without errors.</param>
    /// <param name="release">The release for a list that is walked per release, otherwise null.</param>
    public static ImmutableArray<DesiredIssue> Of(Checklist checklist, string? release)
    {
        var issues = ImmutableArray.CreateBuilder<DesiredIssue>();
        foreach (var section in checklist.Sections)
        {
            foreach (var item in section.Items)
                issues.Add(OfItem(checklist, release, section, item));
            if (section.Handoff is { } handoff)
                issues.Add(OfHandoff(checklist, release, section, handoff));
        }

        issues.Add(Tracking(checklist, release));
        return issues.ToImmutable();
    }

    private static DesiredIssue Tracking(Checklist checklist, string? release) => Make(
        checklist, release, ItemId.ForTracking(checklist.Name, release), IssueTitle.OfTracking(checklist, release), "", [], [], NothingSigned);

    private static DesiredIssue OfItem(Checklist checklist, string? release, Section section, ChecklistItem item)
    {
        var id = new ItemId(checklist.Name, release, item.Id!.Value);
        return Make(
            checklist, release, id, IssueTitle.Of(item), ItemBlock.Render(checklist, section, item), item.Owners, item.Labels, item.Fingerprint) with
        {
            Named = item.Issue is { } issue ? int.Parse(issue.Value, CultureInfo.InvariantCulture) : null,
        };
    }

    private static DesiredIssue OfHandoff(Checklist checklist, string? release, Section section, Handoff handoff) => Make(
        checklist,
        release,
        ItemId.ForHandoff(checklist.Name, release, section.Id!.Value),
        IssueTitle.OfHandoff(section),
        HandoffBlock.Render(checklist, section, handoff),
        [.. handoff.From.Concat(handoff.To).DistinctBy(name => name.Value, StringComparer.Ordinal)],
        [],
        handoff.Fingerprint);

    private static DesiredIssue Make(
        Checklist checklist, string? release, ItemId id, string title, string block, ImmutableArray<Located<string>> owners, ImmutableArray<string> extraLabels, string fingerprint)
    {
        var labels = new List<string> { LabelNames.All, LabelNames.Checklist(checklist.Name) };
        labels.AddRange(owners.Select(owner => LabelNames.Owner(owner.Value)));
        if (release is not null)
            labels.Add(LabelNames.Release(release));
        var logins = owners.SelectMany(owner => checklist.People.LoginsOf(owner.Value)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxAssignees);
        return new DesiredIssue(
            id,
            Cut(title, IssueTitle.MaxLength).TrimEnd(),
            CutLines(block.Replace("<!--", "<! --", StringComparison.Ordinal), MaxBlock),
            [.. labels.Distinct(StringComparer.OrdinalIgnoreCase)],
            [.. extraLabels.Where(label => !LabelNames.IsOurs(label))],
            [.. logins],
            checklist.Milestone?.Replace("{release}", release ?? "", StringComparison.Ordinal),
            fingerprint)
        {
            Formerly = [.. FormerNames(checklist, id)],
        };
    }

    private static IEnumerable<ItemId> FormerNames(Checklist checklist, ItemId id)
    {
        var items = checklist.ItemsById().GetValueOrDefault(id.Item)?.Was.Select(was => was.Value).Prepend(id.Item) ?? [id.Item];
        return from item in items from list in checklist.Was.Prepend(checklist.Name) where item != id.Item || list != id.Checklist select new ItemId(list, id.Release, item);
    }

    /// <summary>Cuts without leaving half of a surrogate pair.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }

    /// <summary>Cuts where a line ends, so that no code span, in which text is inert, is left open. What is left has at most the length; it may be empty.</summary>
    internal static string CutLines(string text, int length)
    {
        if (text.Length <= length)
            return text;
        if (length < Rest.Length)
            return "";
        var end = text.LastIndexOf('\n', length - Rest.Length);
        return ((end < 0 ? "" : text[..end].TrimEnd()) + Rest).TrimStart('\n');
    }
}
