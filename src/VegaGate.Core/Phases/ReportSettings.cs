using System.Collections.Immutable;
using VegaGate.Checklists;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Phases;

/// <summary>What a list says of its updates, meetings and targets, as far as reports need it.</summary>
/// <param name="Every">How often an update is sent; null where the list does not say.</param>
/// <param name="Template">The file that an update follows; null where the list does not say.</param>
/// <param name="MeetingAtMost">How long a meeting lasts; null where the list does not say.</param>
public sealed record ReportSettings(TimeSpan? Every, string? Template, TimeSpan? MeetingAtMost, ImmutableArray<string> Agenda, MetricTargets Targets)
{
    private static readonly KeyFormat Update = Key(ProtocolFormat.Communication, "status-update");
    private static readonly KeyFormat Meetings = Key(ProtocolFormat.Communication, "meetings");
    private static readonly KeyFormat Resolution = Key(ProtocolFormat.Targets, "blocker-resolution");
    private static readonly KeyFormat TargetsKey = Key(ChecklistFormat.Mapping, "targets");

    public static ReportSettings Of(Checklist checklist)
    {
        var root = new MappingReader(checklist.Root);
        var update = root.Child(ChecklistFormat.Communication)?.Child(Update);
        var meetings = root.Child(ChecklistFormat.Communication)?.Child(Meetings);
        return new ReportSettings(
            update?.Duration(Key(Update, "every")),
            update?.Text(Key(Update, "template"))?.Value,
            meetings?.Duration(Key(Meetings, "at-most")),
            [.. (meetings?.Texts(Key(Meetings, "agenda")) ?? []).Select(text => text.Value)],
            root.Child(TargetsKey) is { } targets ? BindTargets(targets) : MetricTargets.None);
    }

    private static MetricTargets BindTargets(MappingReader targets)
    {
        var resolution = from entry in targets.Entries(Resolution)
                         let severity = Severities.Parse(entry.Key.Value)
                         let within = entry.Value is YamlScalar value ? Scalars.ParseDuration(value.Value) : null
                         where severity is not null && within is not null
                         select KeyValuePair.Create(severity.Value, within.Value);
        return new MetricTargets(Percent("phase-completion"), Percent("handoff-quality"), Percent("documentation"), [.. resolution.DistinctBy(entry => entry.Key)]);

        int? Percent(string name) => targets.Text(Key(ProtocolFormat.Targets, name)) is { Value: var text } && Scalars.ParsePositive(text.TrimEnd('%')) is { } percent ? (int)percent : null;
    }

    private static KeyFormat Key(KeyFormat parent, string name) => Key((MappingFormat)parent.Value, name);

    private static KeyFormat Key(MappingFormat mapping, string name) => mapping.Find(name) ?? throw new InvalidOperationException($"The format has no key {name}.");
}
