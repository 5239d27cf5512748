using VegaGate.Checklists;

namespace VegaGate.Documents.Recognition;

/// <summary>An item as far as the document tells it.</summary>
internal sealed class ItemDraft(int line, string title)
{
    /// <summary>Where it stands, counted from zero.</summary>
    public int Line => line;

    public string Title { get; set; } = title;

    /// <summary>As the document numbers it.</summary>
    public string? Number { get; set; }

    public string Id { get; set; } = "";

    public List<string> Owners { get; } = [];

    public ItemStatus Status { get; set; }

    public string? Pass { get; set; }

    public string? Evidence { get; set; }

    public string? Before { get; set; }

    public string? Due { get; set; }

    public string? Severity { get; set; }

    public bool IsOptional { get; set; }

    public List<string> Needs { get; } = [];

    public List<string> Labels { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>How deep below the section it stands; 0 for most.</summary>
    public int Depth { get; init; }
}

/// <summary>A section or a phase.</summary>
internal sealed class SectionDraft(string title, string? number)
{
    public string Title => title;

    public string? Number => number;

    /// <summary>Its heading, counted from zero.</summary>
    public int Line { get; init; }

    public string Id { get; set; } = "";

    public List<string> Owners { get; } = [];

    public List<ItemDraft> Items { get; } = [];

    public string? Objective { get; set; }

    public HandoffDraft? Handoff { get; set; }
}

/// <summary>How a phase ends.</summary>
internal sealed class HandoffDraft
{
    public List<string> From { get; } = [];

    public List<string> To { get; } = [];

    public bool? IsCritical { get; set; }

    public List<string> Criteria { get; } = [];

    public List<string> Artifacts { get; } = [];

    public string? ShortPhase { get; set; }

    public List<string> ShortArtifacts { get; } = [];

    public List<string> ShortCriteria { get; } = [];
}
