using System.Collections.Immutable;
using VegaGate.Conditions;
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
        var pass = item.Text(Keys.Pass);
        var isRequired = item.Boolean(Keys.IsRequired) ?? true;
        var before = item.Text(Keys.Before) ?? sectionStage ?? gate.Stages[0];
        ImmutableArray<ProbeCall> verify = item.Node(Keys.Verify) is null ? [] : BindProbes(item);
        return new ChecklistItem
        {
            Id = item.Text(Keys.Id),
            Title = title,
            Owners = owners.IsEmpty ? sectionOwners : owners,
            Status = item.Text(Keys.Status),
            Pass = pass?.Value,
            PassPlace = pass?.Span ?? default,
            Verify = verify,
            Before = before,
            IsRequired = isRequired,
            Needs = item.Texts(Keys.Needs),
            Was = item.Texts(Keys.Was),
            Roles = ProtocolBinder.BindRoles(item, Keys.Roles),
            Issue = item.Text(Keys.Issue) is { } issue ? issue with { Value = issue.Value.TrimStart('0') } : null,
            Due = item.Date(Keys.Due),
            SignOffPolicy = ChecklistBinder.BindPolicy(item, Keys.SignOff) ?? gate.SignOff,
            SignOffKey = item.Mapping.Find(Keys.SignOff.Name)?.Key is { } key ? new Located<string>(key.Value, key.Span) : null,
            Blocked = item.Child(Keys.Blocked) is { } blocker ? new RecordedBlocker(blocker.Text(Keys.BlockedKeys.Reason)?.Value, blocker.Text(Keys.BlockedKeys.Severity)?.Value) : null,
            Severity = item.Text(Keys.Severity)?.Value,
            SignOffs = item.Node(Keys.SignOffs) is null ? [] : [.. item.Children(Keys.SignOffs).Select(BindSignOff).OfType<RecordedSignOff>()],
            Waiver = item.Child(Keys.Waived) is { } waiver ? BindWaiver(waiver) : null,
            NotApplicable = item.Child(Keys.NotApplicable) is { } word ? BindNotApplicable(word) : null,
            Labels = item.Node(Keys.Labels) is null ? [] : [.. item.Texts(Keys.Labels).Select(label => label.Value)],
            Notes = item.Text(Keys.Notes)?.Value,
            Evidence = item.Text(Keys.Evidence)?.Value,
            Span = item.Span,
            Mapping = item.Mapping,
        };
    }

    private ImmutableArray<ProbeCall> BindProbes(MappingReader item) =>
    [
        .. from probe in item.Children(Keys.Verify)
           from entry in probe.Mapping.Entries
           select new ProbeCall(new Located<string>(entry.Key.Value, entry.Key.Span), source.GetText(entry.Value.Span), entry.Value),
    ];

    private static RecordedSignOff? BindSignOff(MappingReader signOff) =>
        signOff.Text(Keys.SignOffKeys.By) is { } by && signOff.Text(Keys.SignOffKeys.At) is { } at && Scalars.ParseInstant(at.Value) is { } instant
            ? new RecordedSignOff(by, instant, at.Span, signOff.Integer(Keys.SignOffKeys.Issue), signOff.Text(Keys.SignOffKeys.Text))
            : null;

    private static Waiver? BindWaiver(MappingReader waiver) =>
        waiver.Text(Keys.WaiverKeys.By) is { } by && waiver.Text(Keys.WaiverKeys.Reason) is { } reason && waiver.Text(Keys.WaiverKeys.Until) is { } until && Scalars.ParseDate(until.Value) is { } day
            ? new Waiver(by, reason.Value, day, until.Span)
            : null;

    private static NotApplicable? BindNotApplicable(MappingReader word) =>
        word.Text(Keys.NotApplicableKeys.By) is { } by && word.Text(Keys.NotApplicableKeys.Reason) is { } reason ? new NotApplicable(by, reason.Value) : null;
}
