using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Gate;

namespace VegaGate.Cli.Reporting;

/// <summary>What happened on the issues of a list.</summary>
/// <param name="Name">The list's slug, with its release where it has one.</param>
internal sealed record LoggedList(string Name, string Title, ImmutableArray<LoggedItem> Items);

/// <summary>What happened on the issue of an item.</summary>
/// <param name="Fingerprint">Of the text in the file.</param>
/// <param name="Facts">Null where it has no issue.</param>
/// <param name="History">Null where it has no issue.</param>
internal sealed record LoggedItem(ItemId Id, string Title, string Fingerprint, IssueFacts? Facts, ItemHistory? History)
{
    public ImmutableArray<AuditEntry> Entries => History?.Entries ?? [];

    /// <summary>Whether the issue carries the text of the file.</summary>
    public bool IsSynced => Facts is { } facts && facts.Marked.Marker.Fingerprint == Fingerprint;

    /// <summary>The issue and where the item stands, in a few words.</summary>
    public string Standing => Facts is null ? "no issue yet"
        : $"#{Facts.Issue.Number}, {History!.State.Status.ToWord()}{(IsSynced ? "" : ", not synced: the issue carries another text than the file")}";
}

/// <summary>The words for entries, which are part of the output's format.</summary>
internal static class LogWords
{
    public static string ToWord(this AuditOutcome outcome) => outcome.ToString().ToLowerInvariant();

    public static string Who(AuditEntry entry) => entry.Actor is { } actor ? actor.IsBot && !actor.Login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase) ? $"{actor.Login} (bot)" : actor.Login : "a deleted account";

    /// <summary>Whether it counts, and of which text it was said.</summary>
    public static string Worth(AuditEntry entry) => entry.Stands switch
    {
        null => entry.Outcome.ToWord(),
        true => $"counted, stands; text {entry.Text ?? "before the present one"}",
        false => $"counted, stands no more; text {entry.Text ?? "before the present one"}",
    };
}
