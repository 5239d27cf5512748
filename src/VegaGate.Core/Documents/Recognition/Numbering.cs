using System.Globalization;
using VegaGate.Format;

namespace VegaGate.Documents.Recognition;

/// <summary>Gives every section and every item an id that the format accepts, near to what the document says.</summary>
internal sealed class Numbering(LineLedger ledger)
{
    private const int MostId = 40;

    public void Number(IReadOnlyList<SectionDraft> sections)
    {
        NumberSections(sections);
        // Numbers that begin anew in each section are told apart by the section's own.
        var numbers = sections.SelectMany(section => section.Items).Select(item => item.Number).OfType<string>().ToList();
        var isRestarted = sections.Count > 1 && numbers.Distinct(StringComparer.OrdinalIgnoreCase).Count() < numbers.Count
            && sections.All(section => section.Items.Select(item => item.Number).OfType<string>().ToList() is var own && own.Distinct(StringComparer.OrdinalIgnoreCase).Count() == own.Count);
        var sectionNumbers = SectionNumbers(sections);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < sections.Count; at++)
        {
            var counters = new List<int>();
            foreach (var item in sections[at].Items)
            {
                while (counters.Count <= item.Depth)
                    counters.Add(0);
                counters.RemoveRange(item.Depth + 1, counters.Count - item.Depth - 1);
                counters[item.Depth]++;
                var counted = $"{sectionNumbers[at]}.{string.Join('.', counters)}";
                item.Id = Choose(item, isRestarted && item.Number is not null ? $"{sectionNumbers[at]}.{item.Number}" : item.Number, counted, used);
            }
        }

        // What an item needs is named as the document numbers it.
        foreach (var section in sections)
        {
            foreach (var item in section.Items)
                ResolveNeeds(item, section, sections);
        }
    }

    private static List<string> SectionNumbers(IReadOnlyList<SectionDraft> sections)
    {
        var own = sections.Select(section => section.Number).ToList();
        return own.All(number => number is not null && number.Length <= 12) && own.Distinct(StringComparer.OrdinalIgnoreCase).Count() == own.Count
            ? [.. own.Select(number => number!)]
            : [.. Enumerable.Range(1, sections.Count).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    private static void NumberSections(IReadOnlyList<SectionDraft> sections)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < sections.Count; at++)
        {
            var slug = Words.Slug(sections[at].Title);
            if (slug.Length == 0)
                slug = string.Create(CultureInfo.InvariantCulture, $"section-{at + 1}");
            sections[at].Id = Unused(slug, used);
        }
    }

    private static string Unused(string wanted, HashSet<string> used)
    {
        var candidate = wanted;
        for (var number = 2; !used.Add(candidate); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            candidate = wanted[..Math.Min(wanted.Length, MostId - suffix.Length)] + suffix;
        }

        return candidate;
    }

    private string Choose(ItemDraft item, string? number, string counted, HashSet<string> used)
    {
        var wanted = number?.Trim().TrimStart('#') ?? counted;
        var id = Scalars.Identifier.Accepts(wanted) ? wanted : Words.Slug(wanted) is { Length: > 0 } slug ? slug : counted;
        id = Scalars.Identifier.Accepts(id) ? id : counted[..Math.Min(counted.Length, MostId)];
        var chosen = Unused(id, used);
        if (number is not null && chosen != number)
            ledger.Report(DocumentDiagnostics.GuessedId, item.Line, used.Contains(wanted) && chosen != wanted ? $"The number {Quote.Line(number)} is taken already; this item is {chosen}." : $"{Quote.Line(number)} cannot be an id; this item is {chosen}.");
        return chosen;
    }

    private void ResolveNeeds(ItemDraft item, SectionDraft section, IReadOnlyList<SectionDraft> sections)
    {
        if (item.Needs.Count == 0)
            return;
        var (ids, unknown) = (new List<string>(), new List<string>());
        foreach (var need in item.Needs)
        {
            var name = need.Trim('#', '.', '`', '"');
            var found = section.Items.Find(other => other.Number == name) ?? sections.SelectMany(other => other.Items).FirstOrDefault(other => other.Number == name || other.Id == name);
            if (found is not null && found != item)
                ids.Add(found.Id);
            else
                unknown.Add(need);
        }

        if (unknown.Count > 0)
        {
            item.Notes.Add($"Needs: {string.Join(", ", item.Needs)}");
            ledger.Report(DocumentDiagnostics.GuessedValue, item.Line, $"What this item needs ({Quote.Line(string.Join(", ", unknown))}) is no item of the document; it stands in the notes.");
            ids.Clear();
        }

        item.Needs.Clear();
        item.Needs.AddRange(ids.Distinct(StringComparer.Ordinal));
    }
}
