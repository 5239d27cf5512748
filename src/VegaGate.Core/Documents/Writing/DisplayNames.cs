using VegaGate.Checklists;
using VegaGate.Syntax;

namespace VegaGate.Documents.Writing;

/// <summary>The names that people read, where each is one person's alone and cannot be taken for several; the name in the file otherwise.</summary>
/// <remarks>The words of the legend are treated alike.</remarks>
internal sealed class DisplayNames
{
    private const string Separator = " / ";

    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _slugs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public static DisplayNames Of(YamlMapping root)
    {
        var names = new DisplayNames();
        var entries = new[] { ChecklistFormat.People.Name, ChecklistFormat.Teams.Name }.SelectMany(key => root.Find(key)?.Value is YamlMapping mapping ? mapping.Entries : []).ToList();
        var slugs = entries.Select(entry => entry.Key.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var name = ((entry.Value as YamlMapping)?.Find("name")?.Value as YamlScalar)?.Value ?? "";
            if (IsPlain(name) && !slugs.Contains(name) && !names._slugs.ContainsKey(name) && names._shown.TryAdd(entry.Key.Value, name))
                names._slugs.Add(name, entry.Key.Value);
        }

        foreach (var entry in root.Find(ChecklistFormat.Legend.Name)?.Value is YamlMapping legend ? legend.Entries : [])
        {
            // A word that is the name of another status would be taken for it.
            if (entry.Value is YamlScalar { Value: var word } && IsPlain(word) && !ItemStatuses.Words.Contains(word, StringComparer.Ordinal) && !names._words.ContainsValue(word))
                names._words.Add(entry.Key.Value, word);
        }

        return names;
    }

    /// <summary>The document's word for a status, where it has one.</summary>
    public string? StatusWord(string status) => _words.GetValueOrDefault(status);

    /// <summary>The status of one of the document's words.</summary>
    public string? StatusOf(string word) => _words.FirstOrDefault(pair => pair.Value == word).Key;

    public string Join(IEnumerable<string> slugs) => string.Join(Separator, slugs.Select(slug => _shown.GetValueOrDefault(slug, slug)));

    public IReadOnlyList<string> Split(string cell) => [.. cell.Split(Separator).Select(name => _slugs.GetValueOrDefault(name, name))];

    private static bool IsPlain(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '.' or '-' or '(' or ')'))
                return false;
        }

        return name.Length > 0 && name.Trim() == name;
    }
}
