using VegaGate.Documents.Reading;

namespace VegaGate.Documents.Recognition;

/// <summary>Where in a document one is: the headings above, what kind of part they begin, and the sections that came of them.</summary>
internal sealed class Outline(LineLedger ledger, Head head)
{
    /// <summary>A label before a list stands below every heading.</summary>
    private const int LabelLevel = 7;

    private readonly List<Place> _path = [];

    /// <summary>In the order in which they began.</summary>
    public List<SectionDraft> Sections { get; } = [];

    /// <summary>Whether the document is one of phases that are handed over.</summary>
    public bool IsProtocol { get; set; }

    /// <summary>Whether no heading stands above.</summary>
    public bool IsEmpty => _path.Count == 0;

    public Zone Zone => _path.Count > 0 ? _path[^1].Zone : Zone.None;

    /// <summary>Whether nothing stands above a heading, so that it may be the document's title.</summary>
    public bool IsAboveAll(Heading heading) => Sections.Count == 0 && !_path.Exists(place => place.Level <= heading.Level);

    /// <summary>Goes on below a heading. A part without a kind of its own is of the kind of the one around it.</summary>
    public void Enter(Heading heading)
    {
        _path.RemoveAll(place => place.Level >= heading.Level);
        var zone = Zones.Of(heading.Text, IsProtocol);
        if (zone is null or Zone.None)
            zone = _path.Count > 0 && _path[^1].Zone is not (Zone.Overview or Zone.Legend) ? _path[^1].Zone : zone ?? Zone.None;
        var (number, rest) = Words.SplitNumber(Words.Title(heading.Text));
        _path.Add(new Place(heading.Level, rest, number, zone.Value, heading.Line));
        if (zone != Zone.None)
            TakePath();
    }

    /// <summary>Goes on below a label, or below the heading alone where there is none.</summary>
    public void EnterLabel(string? name, int line)
    {
        _path.RemoveAll(place => place.Level == LabelLevel);
        if (name is null)
            return;
        var (number, rest) = Words.SplitNumber(Words.Title(name));
        _path.Add(new Place(LabelLevel, rest, number, Zone, line));
    }

    /// <summary>The section that a cell names, below the heading at hand.</summary>
    public SectionDraft SectionFor(string? name)
    {
        if (name is null)
            return Section();
        _path.RemoveAll(place => place.Level == LabelLevel);
        _path.Add(new Place(LabelLevel, name, null, Zone, -1));
        return Section();
    }

    /// <summary>The section of the heading at hand, which begins with its first item.</summary>
    public SectionDraft Section()
    {
        TakePath();
        if (IsProtocol && Zone == Zone.Phase)
            return Sections[^1];
        var title = _path.Count > 0 ? string.Join(": ", _path.Select(place => place.Title).Where(part => part.Length > 0)) : "";
        title = title.Length > 0 ? title : head.Title is { Length: > 0 } whole ? whole : "Items";
        var number = _path.Count > 0 ? _path[^1].Number : null;
        var found = Sections.Find(section => section.Title == title && section.Number == number);
        if (found is null)
        {
            found = new SectionDraft(title, number);
            Sections.Add(found);
        }

        return found;
    }

    /// <summary>Forgets sections of which nothing came.</summary>
    public void DropEmpty() => Sections.RemoveAll(section => section.Items.Count == 0 && section.Owners.Count == 0 && section.Handoff is null);

    /// <summary>The headings down to here stand for something.</summary>
    private void TakePath()
    {
        foreach (var place in _path)
            ledger.Take(place.Line);
    }

    private sealed record Place(int Level, string Title, string? Number, Zone Zone, int Line);
}
