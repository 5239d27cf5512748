using System.Collections.Immutable;
using VegaGate.Format;
using VegaGate.Text;
using Keys = VegaGate.Checklists.ItemFormat;

namespace VegaGate.Checklists;

/// <summary>Makes an item, with what it takes from its section and from the gate.</summary>
internal sealed class ItemBinder(SourceText source, GatePolicy gate)
{
    public ChecklistItem Bind(MappingReader item, ImmutableArray<Located<string>> sectionOwners, Located<string>? sectionStage)
    {
        var owners = item.Texts(Keys.Owners);
        var title = item.Text(Keys.Title);
        var pass = item.Text(Keys.Pass)?.Value;
        var isRequired = item.Boolean(Keys.IsRequired) ?? true;
        var before = item.Text(Keys.Before) ?? sectionStage ?? gate.Stages[0];
        ImmutableArray<ProbeCall> verify = item.Node(Keys.Verify) is null ? [] : BindProbes(item);
        return new ChecklistItem
        {
            Id = item.Text(Keys.Id),
            Title = title,
            Owners = owners.IsEmpty ? sectionOwners : owners,
            Status = item.Text(Keys.Status),
            Pass = pass,
            Verify = verify,
            Before = before,
            IsRequired = isRequired,
            Needs = item.Texts(Keys.Needs),
            Was = item.Texts(Keys.Was),
            Due = item.Date(Keys.Due),
            SignOffPolicy = ChecklistBinder.BindPolicy(item, Keys.SignOff) ?? gate.SignOff,
            SignOffs = item.Node(Keys.SignOffs) is null ? [] : [.. item.Children(Keys.SignOffs).Select(BindSignOff).OfType<RecordedSignOff>()],
            Waiver = item.Child(Keys.Waived) is { } waiver ? BindWaiver(waiver) : null,
            NotApplicable = item.Child(Keys.NotApplicable) is { } word ? BindNotApplicable(word) : null,
            Labels = item.Node(Keys.Labels) is null ? [] : [.. item.Texts(Keys.Labels).Select(label => label.Value)],
            Notes = item.Text(Keys.Notes)?.Value,
            Evidence = item.Text(Keys.Evidence)?.Value,
            Span = item.Span,
        };
    }

    private ImmutableArray<ProbeCall> BindProbes(MappingReader item) =>
    [
        .. from probe in item.Children(Keys.Verify)
           from entry in probe.Mapping.Entries
           select new ProbeCall(new Located<string>(entry.Key.Value, entry.Key.Span), source.GetText(entry.Value.Span)),
    ];

    private static RecordedSignOff? BindSignOff(MappingReader signOff) =>
        signOff.Text(Keys.SignOffKeys.By) is { } by && signOff.Instant(Keys.SignOffKeys.At) is { } at
            ? new RecordedSignOff(by.Value, at, signOff.Integer(Keys.SignOffKeys.Issue), signOff.Text(Keys.SignOffKeys.Text)?.Value)
            : null;

    private static Waiver? BindWaiver(MappingReader waiver) =>
        waiver.Text(Keys.WaiverKeys.By) is { } by && waiver.Text(Keys.WaiverKeys.Reason) is { } reason && waiver.Date(Keys.WaiverKeys.Until) is { } until
            ? new Waiver(by, reason.Value, until)
            : null;

    private static NotApplicable? BindNotApplicable(MappingReader word) =>
        word.Text(Keys.NotApplicableKeys.By) is { } by && word.Text(Keys.NotApplicableKeys.Reason) is { } reason ? new NotApplicable(by, reason.Value) : null;
}
