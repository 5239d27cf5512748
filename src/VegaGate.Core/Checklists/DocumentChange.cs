using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>An entry of the change log that a list keeps of itself.</summary>
/// <param name="Version">The document's version; null where it is not given.</param>
/// <param name="By">Who changed it; null where it is not given.</param>
public sealed record DocumentChange(DateOnly Date, string? Version, string Text, string? By)
{
    /// <summary>The entries of a list, in the order of the file.</summary>
    public static ImmutableArray<DocumentChange> Of(Checklist checklist) =>
    [
        .. from change in new MappingReader(checklist.Root).Children(ChecklistFormat.Changes)
           let date = change.Date(ProtocolFormat.ChangeKeys.Date)
           where date is not null
           select new DocumentChange(date.Value, change.Text(ProtocolFormat.ChangeKeys.Version)?.Value, change.Text(ProtocolFormat.ChangeKeys.Text)?.Value ?? "", change.Text(ProtocolFormat.ChangeKeys.By)?.Value),
    ];
}
