using System.Collections.Immutable;
using VegaGate.Diagnostics;

namespace VegaGate.Documents;

/// <summary>What an import says about the document. None of it can be found in a checklist, so it stands outside the rules.</summary>
public static class DocumentDiagnostics
{
    public static DiagnosticDescriptor NoChecklist { get; } = new("VG9001", "no-checklist", DiagnosticSeverity.Error, "The document holds no table of items, no boxes to tick and no list that could be a checklist.");

    public static DiagnosticDescriptor GarbledText { get; } = new("VG9002", "garbled-text", DiagnosticSeverity.Notice, "Text that was read in a wrong encoding was put right.");

    public static DiagnosticDescriptor LostLineBreaks { get; } = new("VG9003", "lost-line-breaks", DiagnosticSeverity.Notice, "The document had lost its line breaks, and they were put back.");

    public static DiagnosticDescriptor LeftOut { get; } = new("VG9004", "left-out", DiagnosticSeverity.Notice, "These lines have no place in a checklist and were left out.");

    public static DiagnosticDescriptor GuessedStatus { get; } = new("VG9005", "guessed-status", DiagnosticSeverity.Notice, "The status is none of the known words.");

    public static DiagnosticDescriptor GuessedColumn { get; } = new("VG9006", "guessed-column", DiagnosticSeverity.Notice, "What the column holds was guessed from its place, or has no key of its own.");

    public static DiagnosticDescriptor GuessedId { get; } = new("VG9007", "guessed-id", DiagnosticSeverity.Notice, "The item had no id that could be kept.");

    public static DiagnosticDescriptor MalformedBox { get; } = new("VG9008", "malformed-box", DiagnosticSeverity.Notice, "The box to tick is not written as Markdown writes one.");

    public static DiagnosticDescriptor GuessedOwner { get; } = new("VG9009", "guessed-owner", DiagnosticSeverity.Notice, "Who owns the item was guessed.");

    public static DiagnosticDescriptor MatrixDifference { get; } = new("VG9010", "matrix-difference", DiagnosticSeverity.Warning, "The tracking matrix says something else than the phases.");

    public static DiagnosticDescriptor GuessedValue { get; } = new("VG9011", "guessed-value", DiagnosticSeverity.Notice, "A value was read out of a sentence.");

    public static DiagnosticDescriptor GuessedItems { get; } = new("VG9012", "guessed-items", DiagnosticSeverity.Notice, "The document ticks no boxes: the entries of its lists were taken for items.");

    public static DiagnosticDescriptor HiddenCharacters { get; } = new("VG9013", "hidden-characters", DiagnosticSeverity.Notice, "Characters that a reader does not see were taken out.");

    public static DiagnosticDescriptor Unreadable { get; } = new("VG9014", "unreadable-document", DiagnosticSeverity.Error, "The document cannot be read as text, or is too deeply nested.");

    /// <summary>In the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NoChecklist, GarbledText, LostLineBreaks, LeftOut, GuessedStatus, GuessedColumn, GuessedId, MalformedBox, GuessedOwner, MatrixDifference, GuessedValue, GuessedItems, HiddenCharacters, Unreadable,
    ];
}
