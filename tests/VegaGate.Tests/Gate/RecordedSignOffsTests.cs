using VegaGate.Gate;
using VegaGate.Tests.Recording;

namespace VegaGate.Tests.Gate;

public sealed class RecordedSignOffsTests
{
    [Theory]
    [InlineData("{ by: zev, at: 2026-03-01T09:01:00Z, issue: 1 }", null)]
    [InlineData("{ by: zev, at: 2026-03-01T09:02:00Z }", null)]
    [InlineData("{ by: rr, at: 2026-03-01T09:01:00Z }", "it shows no sign-off by that person")]
    [InlineData("{ by: zev, at: 2026-02-01T09:01:00Z }", "that person signed off at 2026-03-01T09:02:00Z")]
    [InlineData("{ by: zev, at: 2026-03-01T09:02:00Z, issue: 41 }", "the file says #41")]
    [InlineData("{ by: zev, at: 2026-03-01T09:02:00Z, text: 0123456789abcdef }", "it was of another text")]
    public void A_sign_off_of_the_file_is_held_against_the_issue(string signOff, string? doubt)
    {
        var scene = Of(signOff).Say("x", "zev", "/done").Say("x", "zev", "/done");

        Check(scene).Should().Equal(doubt is null ? [] : [$"The sign-off of `x` by `{signOff[6..signOff.IndexOf(',', StringComparison.Ordinal)]}` is not borne out by #1: {doubt}."]);
    }

    [Fact]
    public void One_that_was_taken_back_or_was_of_an_earlier_text_is_not_borne_out()
    {
        var undone = Of("{ by: zev, at: 2026-03-01T09:01:00Z }").Say("x", "zev", "/done").Say("x", "zev", "/undo");
        Check(undone).Should().ContainSingle().Which.Should().EndWith(": it no longer stands.");

        var changed = Of("{ by: zev, at: 2026-03-01T09:01:00Z }").Say("x", "zev", "/done");
        changed.Scene.TextChanges("x");
        Check(changed).Should().ContainSingle().Which.Should().EndWith(": the text has changed since.");
    }

    [Fact]
    public void What_has_no_issue_or_one_with_another_text_says_nothing_about_it()
    {
        var without = Of("{ by: zev, at: 2026-03-01T09:01:00Z }");
        without.Scene.Lose("x");
        Check(without).Should().BeEmpty();

        var other = Of("{ by: zev, at: 2026-03-01T09:01:00Z }");
        other.Scene.Mark("x", marker => marker with { Fingerprint = "0123456789abcdef" });
        Check(other).Should().BeEmpty();
    }

    [Fact]
    public void The_gate_tells_it_at_its_place_and_holds_nothing_for_it()
    {
        var scene = Of("{ by: rr, at: 2026-03-01T09:01:00Z }").Say("x", "zev", "/done");

        var result = scene.Scene.Ask();

        result.Holds.Should().BeFalse();
        var notice = result.Lists.Single().Notices.Should().ContainSingle().Subject;
        notice.Source.GetText(notice.Span).Should().Be("rr");
        notice.Descriptor.Id.Should().Be("VG3015");
    }

    private static RecordScene Of(string signOff) => RecordScene.Of($"      - {{ id: x, title: Do it, owners: [zev, rr], status: done, sign-offs: [{signOff}] }}\n");

    private static IEnumerable<string> Check(RecordScene scene) => RecordedSignOffs.Check(scene.List, scene.Scene.Facts, new ItemStateResolver([GateScene.Ours.Login])).Select(finding => finding.Message);
}
