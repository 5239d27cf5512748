using VegaGate.Checklists;
using VegaGate.Documents.Writing;
using VegaGate.Syntax;

namespace VegaGate.Documents;

/// <summary>Writes a checklist for people and programs that do not read ours.</summary>
public static class DocumentExport
{
    /// <summary>The document again; import gives back the same checklist.</summary>
    public static string Markdown(YamlMapping root) => MarkdownDocumentWriter.Write(TreeShape.Of(root, ChecklistFormat.Mapping));

    /// <summary>The items as a table, with the section of each.</summary>
    public static string Csv(YamlMapping root) => CsvDocument.Write(root);

    /// <summary>Everything that the file says.</summary>
    public static string Json(YamlMapping root) => JsonText.Document(TreeShape.Of(root, ChecklistFormat.Mapping));
}
