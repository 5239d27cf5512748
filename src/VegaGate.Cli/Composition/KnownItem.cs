using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate;

namespace VegaGate.Cli.Composition;

/// <summary>An item or a hand-off of the project, as something that people speak on.</summary>
internal sealed record KnownItem(ItemScope Scope, SignOffPolicy Policy, string Fingerprint)
{
    /// <summary>The list that it stands in.</summary>
    public required Checklist Checklist { get; init; }

    /// <summary>As people read it.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is a hand-off whose issue is closed: whatever happens elsewhere can mean that it does not stand any more.</summary>
    public bool MayLapse(IssueFacts known) => Scope.IsHandoff && !known.Issue.IsOpen;

    /// <summary>Everything that has an issue, in the order of the files.</summary>
    /// <param name="authors">Who wrote the texts, where a list asks for it.</param>
    public static IEnumerable<KnownItem> Of(Project project, IReadOnlyDictionary<ItemId, TextAuthor>? authors = null) => project.Synced.SelectMany(checklist =>
    {
        var scopes = new ItemScopes(checklist, project.ReleaseOf(checklist), authors);
        return checklist.Sections.SelectMany(section => section.Items
            .Select(item => new KnownItem(scopes.OfItem(item), item.SignOffPolicy, item.Fingerprint) { Checklist = checklist, Title = $"{item.Id!.Value} {item.Title!.Value}" })
            .Concat(section.Handoff is { } handoff
                ? [new KnownItem(scopes.OfHandoff(section, handoff), new SignOffPolicy.Any(), handoff.Fingerprint) { Checklist = checklist, Title = $"Hand-off: {section.Title}" }]
                : []));
    });

    /// <summary>The one that is meant by an id, or by list/id.</summary>
    /// <exception cref="UsageException">There is none, or more than one.</exception>
    public static KnownItem Find(string id, Project project, IReadOnlyDictionary<ItemId, TextAuthor>? authors = null)
    {
        var found = Of(project, authors).Where(item => Matches(item.Scope.Id, id)).ToImmutableArray();
        return found switch
        {
            [var one] => one,
            [] => throw new UsageException($"no checklist has an item {Reporting.SafeText.Show(id)}."),
            _ => throw new UsageException($"{Reporting.SafeText.Show(id)} stands in several checklists: say {string.Join(" or ", found.Select(item => item.Scope.Id))}."),
        };
    }

    private static bool Matches(ItemId id, string said) =>
        string.Equals(id.Item, said, StringComparison.OrdinalIgnoreCase) || string.Equals(id.ToString(), said, StringComparison.OrdinalIgnoreCase);
}
