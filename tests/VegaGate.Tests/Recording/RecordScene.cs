using VegaGate.Checklists;
using VegaGate.Gate;
using VegaGate.Recording;
using VegaGate.Tests.Gate;

namespace VegaGate.Tests.Recording;

/// <summary>A file whose issues are synced, what people say there, and the record of it.</summary>
internal sealed class RecordScene
{
    public const string Head = """
        checklist: list
        title: A list
        people:
          zev: { name: Zev, github: zev }
          rr: { name: RR, github: rr }
          kate: { name: Kate, github: kate }
        gate: { approvers: kate }
        sections:
          - id: one
            title: Section one
            items:

        """;

    private readonly string _text;

    public RecordScene(string text, string? release = null)
    {
        _text = text;
        List = ValidList.Parse(text);
        Scene = new GateScene(List, release);
    }

    public Checklist List { get; }

    public GateScene Scene { get; }

    /// <summary>The items as they stand in the file, from the first column on.</summary>
    public static RecordScene Of(string items) => new(Head + items);

    public RecordScene Say(string id, string login, string text)
    {
        Scene.Say(id, login, text);
        return this;
    }

    public ListRecord Record() => ListRecorder.Record(List, Scene.Facts, new ItemStateResolver([GateScene.Ours.Login]));

    /// <summary>The items after a record, which must have no problem, bring no finding, change no item's text, and leave nothing for a second one.</summary>
    public string Recorded()
    {
        var record = Record();
        record.Problem.Should().BeNull();
        var after = ValidList.Parse(record.Text.Text);
        after.Items.Select(item => item.Fingerprint).Should().Equal(List.Items.Select(item => item.Fingerprint));
        ListRecorder.Record(after, Scene.Facts, new ItemStateResolver([GateScene.Ours.Login])).IsChanged.Should().BeFalse("a second record changes nothing:\n{0}", record.Text.Text);
        RecordedSignOffs.Check(after, Scene.Facts, new ItemStateResolver([GateScene.Ours.Login])).Should().BeEmpty();
        (record.Text.Text == _text).Should().Be(record.Changes.IsEmpty);
        return record.Text.Text.StartsWith(Head, StringComparison.Ordinal) ? record.Text.Text[Head.Length..] : record.Text.Text;
    }
}
