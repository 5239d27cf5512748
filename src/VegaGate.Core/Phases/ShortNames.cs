using VegaGate.Checklists;

namespace VegaGate.Phases;

/// <summary>
/// Names of people and teams for the cells of a table: what a name explains in brackets at its end is left out, as in "Kilo" for "Kilo (Development)", unless two of the
/// list would then be called the same.
/// </summary>
public sealed class ShortNames
{
    private readonly People _people;
    private readonly ILookup<string, string> _taken;

    public ShortNames(People people)
    {
        _people = people;
        _taken = people.Persons.Select(person => person.Name).Concat(people.Teams.Select(team => team.Name)).Distinct(StringComparer.Ordinal).ToLookup(Cut, StringComparer.OrdinalIgnoreCase);
    }

    public string Of(string slug)
    {
        var name = _people.NameOf(slug);
        return _taken[Cut(name)].Skip(1).Any() ? name : Cut(name);
    }

    /// <summary>Several names, with a comma between them.</summary>
    public string Join(IEnumerable<string> slugs) => string.Join(", ", slugs.Select(Of));

    private static string Cut(string name) => name.EndsWith(')') && name.LastIndexOf(" (", StringComparison.Ordinal) is var at and > 0 ? name[..at].TrimEnd() : name;
}
