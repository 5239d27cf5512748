using VegaGate.Gate;
using VegaGate.Recording;
using VegaGate.Rules;
using VegaGate.Syntax;
using VegaGate.Tests.Gate;
using VegaGate.Tests.Rules;

namespace VegaGate.Tests.Recording;

public sealed class ReleaseRecordTests
{
    private const string Path = "checklists/records/list/v1.yaml";
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static readonly RecordScene Scene = new RecordScene(
            RecordScene.Head.Replace("title: A list", "title: A list\nper: release", StringComparison.Ordinal)
            + "      - { id: \"1\", title: Do it., owners: zev }\n      - { id: x, title: Other., owners: rr }\n      - { id: y, title: Third., owners: rr }\n", "v1")
        .Say("1", "zev", "/done").Say("x", "rr", "/block It hangs, \"badly\".").Say("y", "kate", "/waive 2999-12-31 Later.");

    private static readonly string Expected = $$"""
        # Written by `vegagate record`: what the issues of this release say. Whoever changes it changes nothing there.
        record: list
        release: v1
        commit: {{Commit}}
        items:
          - id: "1"
            status: done
            sign-offs:
              - { by: zev, at: 2026-03-01T09:01:00Z, issue: 1, text: {{YamlScalarText.Of(Scene.List.Items[0].Fingerprint)}} }
          - id: "x"
            status: blocked
            blocked: { since: 2026-03-01T09:02:00Z, reason: "It hangs, \"badly\".", severity: medium }
          - id: "y"
            status: todo
            waived: { by: kate, reason: Later., until: 2999-12-31, at: 2026-03-01T09:03:00Z }

        """.Replace("commit: 0123456789abcdef0123456789abcdef01234567", $"commit: {YamlScalarText.Of(Commit)}", StringComparison.Ordinal);

    [Fact]
    public void A_release_has_a_record_of_its_own_that_reads_back()
    {
        var record = Record(null, Commit);

        record.Text.Text.Should().Be(Expected);
        record.Text.Path.Should().Be(Path);
        record.Problem.Should().BeNull();
        var read = ReleaseRecord.Bind(RuleChecking.Read(record.Text.Text, Path))!;
        (read.List, read.Release, read.Commit).Should().Be(("list", "v1", Commit));
        read.Items.Select(item => $"{item.Id} {item.Status} {string.Join(' ', item.SignOffs.Select(signOff => $"{signOff.By} {signOff.Issue}"))}").Should().Equal("1 done zev 1", "x blocked ", "y todo ");
        read.Render().Should().Be(Expected);
    }

    [Fact]
    public void A_second_record_changes_nothing_and_a_commit_that_is_not_known_any_more_stays()
    {
        Record(Expected, Commit).IsChanged.Should().BeFalse();
        Record(Expected, null).IsChanged.Should().BeFalse();
        Record(Expected.Replace("\n  ", "\n    ", StringComparison.Ordinal), Commit).IsChanged.Should().BeFalse("it says the same");
    }

    [Fact]
    public void What_changed_is_told()
    {
        var changes = Record(Expected.Replace("status: todo", "status: done", StringComparison.Ordinal), Commit).Changes;

        changes.Select(change => $"{change.Id} {change.Title} {change.Key}: {change.Before} -> {change.After}").Should().Equal("list@v1/y y Third. status: done -> todo");
    }

    [Fact]
    public void The_file_is_no_broken_checklist()
    {
        Validate(Expected).Should().BeEmpty();
        Validate(Expected.Replace("status: todo", "status: finished", StringComparison.Ordinal)).Should().Equal(
            "VG1001: This file is no checklist, and no record of a release either: expected one of todo, in-progress, blocked, done at `status`, found `finished`.");
        Validate("record: list\nrelease: v1\n").Should().Equal("VG1001: This file is no checklist, and no record of a release either: a record needs the key `items`.");
        Validate("record: list\nrelease: v1\nitems: []\nhidden: x\n").Should().Equal("VG1001: This file is no checklist, and no record of a release either: a record has no key `hidden`.");
    }

    private static IEnumerable<string> Validate(string text) => Validator.Validate([RuleChecking.Read(text, Path)], RuleCatalog.All, GateScene.Start).Diagnostics.Select(finding => $"{finding.Descriptor.Id}: {finding.Message}");

    private static ListRecord Record(string? known, string? commit) => ReleaseRecord.Record(
        Scene.List, "v1", commit, known is null ? null : RuleChecking.Read(known, Path), Path, Scene.Scene.Facts, new ItemStateResolver([GateScene.Ours.Login]));
}
