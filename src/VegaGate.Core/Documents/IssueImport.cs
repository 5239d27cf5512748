using System.Collections.Immutable;
using System.Globalization;
using VegaGate.Checklists;
using VegaGate.Diagnostics;
using VegaGate.Documents.Recognition;
using VegaGate.Documents.Writing;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Documents;

/// <summary>
/// Makes a checklist of issues that are there already. Each item names its issue, so that a sync makes that issue the item's, and no new one. Nothing is written
/// to the tracker here; the text, the labels and the discussion stay where they are.
/// </summary>
public static class IssueImport
{
    private const string IdPrefix = "issue-";
    private const int LongestTitle = 1_000;

    /// <summary>Makes items of issues.</summary>
    /// <param name="issues">All with the label, open and closed.</param>
    /// <param name="tracker">Where they are, for messages.</param>
    public static ImportResult Read(string label, IEnumerable<TrackedIssue> issues, string tracker, string? name)
    {
        var source = SourceText.FromString($"issues with the label {label}", "");
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var people = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var items = new List<YamlNode>();
        var isUnowned = false;
        foreach (var issue in issues.OrderBy(issue => issue.Number))
        {
            if (WhyLeftOut(issue) is { } why)
            {
                findings.Add(new Diagnostic(DocumentDiagnostics.LeftOut, source, default, $"Issue #{issue.Number} is left out: {why}."));
                continue;
            }

            var owners = issue.Assignees.Select(login => SlugOf(login, people)).ToList();
            isUnowned |= owners.Count == 0;
            items.Add(Build(issue, owners));
        }

        if (items.Count == 0)
            return new ImportResult(source, "", null, null, [new Diagnostic(DocumentDiagnostics.NoChecklist, source, default, $"{tracker} has no issue with the label {label} that could become an item."), .. findings], new LineCount(0, []));
        var slug = name ?? (Words.Slug(label) is { Length: > 0 } fromLabel ? fromLabel : "issues");
        if (isUnowned)
            findings.Add(new Diagnostic(DocumentDiagnostics.GuessedOwner, source, default, "Issues that nobody is assigned to are given to `unassigned`, who cannot sign: name people before you gate."));
        var root = BuildRoot(slug, label, people, items, isUnowned);
        return new ImportResult(source, slug, YamlWriter.Write(root), root, findings.ToImmutable(), new LineCount(items.Count, []));
    }

    private static YamlMapping BuildRoot(string slug, string label, SortedDictionary<string, string> people, List<YamlNode> items, bool isUnowned)
    {
        var persons = new MappingBuilder();
        foreach (var (login, person) in people)
            persons.Add(person, new MappingBuilder().Add(ChecklistFormat.PersonKeys.Name, login).Add(ChecklistFormat.PersonKeys.Github, Scalars.Login.Accepts(login) ? login : null).Build());
        if (isUnowned)
            persons.Add("unassigned", new MappingBuilder().Add(ChecklistFormat.PersonKeys.Name, "Unassigned").Build());
        var section = new MappingBuilder().Add(SectionFormat.Id, "issues").Add(SectionFormat.Title, "Issues").Add(SectionFormat.Items.Name, YamlText.Of(items));
        return new MappingBuilder()
            .Add(ChecklistFormat.Slug, slug)
            .Add(ChecklistFormat.Title, InOneLine(label))
            .Add(ChecklistFormat.Per, "once")
            .Add(ChecklistFormat.People.Name, persons)
            .Add(ChecklistFormat.Sections.Name, YamlText.Of([section.Build()]))
            .Build();
    }

    /// <summary>Ours are kept by a list already; one that was dropped stands for nothing any more.</summary>
    private static string? WhyLeftOut(TrackedIssue issue) =>
        IssueMarker.Read(issue.Body) is not null ? "a checklist keeps it already"
        : issue is { IsOpen: false, ClosedAs: CloseReason.NotPlanned or CloseReason.Duplicate } ? "it was closed as not planned"
        : issue.IsLocked ? "it is locked, so that owners could not answer there"
        : null;

    private static YamlMapping Build(TrackedIssue issue, List<string> owners)
    {
        var title = InOneLine(issue.Title);
        return new MappingBuilder()
            .Add(ItemFormat.Id, string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}{issue.Number}"))
            .Add(ItemFormat.Title, title.Length == 0 ? $"Issue {issue.Number}" : title[..Math.Min(title.Length, LongestTitle)])
            .Add(ItemFormat.Owners, owners.Count == 0 ? ["unassigned"] : owners)
            .Add(ItemFormat.Status, (issue.IsOpen ? ItemStatus.Todo : ItemStatus.Done).ToWord())
            .Add(ItemFormat.Issue.Name, YamlText.Plain(issue.Number.ToString(CultureInfo.InvariantCulture)))
            .Build();
    }

    private static string SlugOf(string login, SortedDictionary<string, string> people)
    {
        if (people.TryGetValue(login, out var slug))
            return slug;
        var wanted = Words.Slug(login) is { Length: > 0 } name ? name : "person";
        slug = wanted;
        for (var number = 2; slug == "unassigned" || people.ContainsValue(slug); number++)
            slug = $"{wanted[..Math.Min(wanted.Length, 36)]}-{number}";
        people.Add(login, slug);
        return slug;
    }

    private static string InOneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
