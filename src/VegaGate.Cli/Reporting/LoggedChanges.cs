using System.Collections.Immutable;
using VegaGate.Phases;

namespace VegaGate.Cli.Reporting;

/// <summary>The change log of a list.</summary>
/// <param name="Entries">The newest first.</param>
internal sealed record LoggedChanges(string Name, string Title, string Path, ImmutableArray<ChangeLogEntry> Entries)
{
    /// <summary>The entry in a line: its date, version, text and author.</summary>
    public static string Describe(ChangeLogEntry entry) => entry.Change is not { } change
        ? "before the first entry of the change log"
        : $"{change.Date:O}{(change.Version is null ? "" : $" version {change.Version}")}: {change.Text}{(change.By is null ? "" : $" ({change.By})")}";
}
