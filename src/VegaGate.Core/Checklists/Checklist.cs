using System.Collections.Immutable;
using VegaGate.Format;
using VegaGate.Syntax;
using VegaGate.Text;

namespace VegaGate.Checklists;

/// <summary>One checklist file, bound. It holds what could be read; whether that is right, the rules say.</summary>
public sealed record Checklist
{
    private ImmutableArray<ChecklistItem> _items;
    private Dictionary<string, ChecklistItem>? _itemsById;

    public required SourceText Source { get; init; }

    /// <summary>The document from which the list was bound.</summary>
    public required YamlMapping Root { get; init; }

    public required Located<string>? Slug { get; init; }

    /// <summary>Former names of the list.</summary>
    public required ImmutableArray<string> Was { get; init; }

    public required string Title { get; init; }

    public required string? Description { get; init; }

    public required bool IsPerRelease { get; init; }

    public required string? Milestone { get; init; }

    public required People People { get; init; }

    public required GatePolicy Gate { get; init; }

    /// <summary>Sections, or phases in their order.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    public required bool HasPhases { get; init; }

    /// <summary>The keys <c>sections</c> and <c>phases</c> as far as they are there, in the order of the text: one, in a list that is right.</summary>
    public required ImmutableArray<Located<string>> ItemKeys { get; init; }

    public required HandoffSteps HandoffSteps { get; init; }

    /// <summary>Of the whole list; a phase may have its own. Null where none are given.</summary>
    public required Roles? Roles { get; init; }

    /// <summary>What happens while something is blocked; null: nothing but that it holds.</summary>
    public required EscalationPolicy? Escalation { get; init; }

    public required Communication? Communication { get; init; }

    public required SuccessTargets Targets { get; init; }

    /// <summary>Every place that names a person or a team, in the order of the text.</summary>
    public required ImmutableArray<Located<string>> Mentions { get; init; }

    /// <summary>Where the file departs from the format.</summary>
    public required ImmutableArray<FormatFinding> FormatFindings { get; init; }

    /// <summary>Whether the reader refused something of the file: what seems to be missing may stand there.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The items of all sections, in the order of the text.</summary>
    public ImmutableArray<ChecklistItem> Items => _items.IsDefault ? _items = [.. Sections.SelectMany(section => section.Items)] : _items;

    /// <summary>The list's name, once the rules have passed.</summary>
    public string Name => Slug?.Value ?? "";

    /// <summary>The items by their ids, without regard to case; of several with one id the first.</summary>
    public Dictionary<string, ChecklistItem> ItemsById() => _itemsById ??= IndexItems();

    /// <summary>How grave a blocker is: as it says itself, else as its item says, else as the list says, else medium.</summary>
    /// <param name="item">Null for a hand-off.</param>
    public Severity SeverityOf(Severity? said, ChecklistItem? item) =>
        said ?? (item?.Severity is { } word ? Severities.Parse(word) : null) ?? Escalation?.Severity ?? Severity.Medium;

    /// <summary>In what working time a blocker of a severity is to be resolved; null where there is no target.</summary>
    public TimeSpan? TargetOf(Severity severity) => Targets.Resolution.FirstOrDefault(target => target.Severity == severity)?.Within;

    /// <summary>Whether a hand-off takes a meeting, which is noted at acceptance: a critical one does, unless the list makes that optional; another one where the list asks for it.</summary>
    public bool NeedsMeeting(Handoff handoff) => handoff.IsCritical ? Communication?.Meetings?.Critical?.Value != "optional" : Communication?.Meetings?.Other?.Value == "required";

    private Dictionary<string, ChecklistItem> IndexItems()
    {
        var items = new Dictionary<string, ChecklistItem>(Items.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var item in Items)
        {
            if (item.Id is { } id)
                items.TryAdd(id.Value, item);
        }

        return items;
    }
}

/// <summary>What every hand-off goes through.</summary>
public sealed record HandoffSteps(ImmutableArray<string> Before, ImmutableArray<string> During, ImmutableArray<string> After);
