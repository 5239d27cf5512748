using System.Collections.Immutable;
using VegaGate.Diagnostics;
using VegaGate.Documents.Reading;
using VegaGate.Documents.Recognition;
using VegaGate.Documents.Recovery;
using VegaGate.Documents.Writing;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Documents;

/// <summary>What an import made of a document.</summary>
/// <param name="Source">The document, into which the findings point.</param>
/// <param name="Slug">The list's name; empty where there is none.</param>
/// <param name="Yaml">The checklist; null where the document holds none.</param>
/// <param name="Findings">What was guessed and what was left, in the order of the text.</param>
/// <param name="Lines">How many lines of the document are not blank, were taken, and were left.</param>
public sealed record ImportResult(SourceText Source, string Slug, string? Yaml, YamlMapping? Root, ImmutableArray<Diagnostic> Findings, LineCount Lines);

/// <summary>The account of a document's lines.</summary>
/// <param name="All">Those that are not blank.</param>
/// <param name="Left">Counted from zero, the lines that nobody took.</param>
public sealed record LineCount(int All, ImmutableArray<int> Left);

/// <summary>Makes a checklist of a document that people wrote.</summary>
public static class DocumentImport
{
    private const string Mark = "checklist:";

    /// <summary>Reads a Markdown document or a CSV table, told apart by the name.</summary>
    /// <param name="path">As it is shown, with forward slashes.</param>
    /// <param name="name">The list's name; null to take it from the file or the title.</param>
    public static ImportResult Read(string path, ReadOnlySpan<byte> bytes, string? name = null)
    {
        var isTable = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase);
        var document = RecoveredDocument.Read(path, bytes, isTable ? CsvDocument.IsOurs : IsOurs);
        if (document.Raw.Length > 0)
            return OwnDocument(document, isTable ? CsvDocument.ReadOurs(document.Raw, name ?? SlugOf(FileName(path), null)) : OwnMarkdown.Read(document.Raw, name));
        var blocks = isTable ? [CsvDocument.Read(document.Text, path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase))] : MarkdownBlocks.Read(document.Text);
        var place = new TextSpan(0, 0);
        if (blocks is null)
            return Failed(document, DocumentDiagnostics.Unreadable, place, "The document is nested too deeply to be read.");
        var file = FileName(path);
        var (reader, ledger) = Walk(document, blocks.Value, takesLists: false);
        if (reader.ItemCount == 0 && DocumentReader.CallsItselfAList(file, blocks.Value))
            (reader, ledger) = Walk(document, blocks.Value, takesLists: true);
        if (reader.ItemCount == 0)
            return Failed(document, DocumentDiagnostics.NoChecklist, place, "This document holds no checklist: no table of items, no boxes to tick, and no list under a heading that says it is one.");
        var slug = name ?? SlugOf(file, reader.Title);
        var root = reader.Build(slug, Words.Title(file) is { Length: > 0 } title ? title : "Checklist");
        return new ImportResult(document.Source, slug, YamlWriter.Write(root), root, ledger.End(), Count(document, ledger));
    }

    private static (DocumentReader Reader, LineLedger Ledger) Walk(RecoveredDocument document, ImmutableArray<DocumentBlock> blocks, bool takesLists)
    {
        var ledger = new LineLedger(document);
        var reader = new DocumentReader(ledger, takesLists);
        reader.Read(blocks);
        return (reader, ledger);
    }

    /// <summary>Whether an export wrote the document: the names of the keys stand in its front matter.</summary>
    private static bool IsOurs(string text) => text.StartsWith($"---\n{Mark}", StringComparison.Ordinal) || text.StartsWith($"---\r\n{Mark}", StringComparison.Ordinal);

    private static ImportResult OwnDocument(RecoveredDocument document, YamlMapping? root) =>
        root is null
            ? Failed(document, DocumentDiagnostics.Unreadable, default, "The document begins as an export of a checklist, and does not go on as one. Take its front matter away to import it as any other document.")
            : new ImportResult(document.Source, (root.Find("checklist")?.Value as YamlScalar)?.Value ?? "", YamlWriter.Write(root), root, [], new LineCount(document.Lines.Count(line => line.Length > 0), []));

    private static ImportResult Failed(RecoveredDocument document, DiagnosticDescriptor descriptor, TextSpan place, string message) =>
        new(document.Source, "", null, null, [new Diagnostic(descriptor, document.Source, place, message)], new LineCount(0, []));

    private static LineCount Count(RecoveredDocument document, LineLedger ledger) => new(document.Lines.Count(line => !string.IsNullOrWhiteSpace(line)), ledger.LeftLines());

    private static string FileName(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? name[..dot] : name;
    }

    /// <summary>The file's name, unless it is one that many files have; then the title.</summary>
    private static string SlugOf(string file, string? title)
    {
        var name = Words.Slug(file);
        if (name is "" or "readme" or "index" or "checklist" or "checklists" or "todo" or "releases" or "releasing" or "release" or "table" && Words.Slug(title ?? "") is { Length: > 0 } slug)
            return slug;
        return name.Length > 0 ? name : "checklist";
    }
}
