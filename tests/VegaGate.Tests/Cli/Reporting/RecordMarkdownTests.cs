using VegaGate.Cli.Reporting;
using VegaGate.Tests.Recording;

namespace VegaGate.Tests.Cli.Reporting;

public sealed class RecordMarkdownTests
{
    [Fact]
    public void The_body_is_a_table_of_what_changed_in_which_text_stays_text()
    {
        var record = RecordScene.Of("      - { id: x, title: Do it | <b>now</b> @kate, owners: zev }\n").Say("x", "rr", "/block high See #1 | @kate <img src=x>").Record();

        var rows = RecordMarkdown.Render([record]).Split('\n').Where(line => line.StartsWith("| x", StringComparison.Ordinal)).ToArray();

        rows.Should().HaveCount(2);
        rows[0].Should().EndWith(" | `status` |  | blocked |").And.Contain("`@kate`").And.NotContain("<b>");
        rows[1].Should().Contain("`blocked`").And.NotContain("<img");
        rows[1].Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|').Should().Be(5);
    }

    [Fact]
    public void A_body_that_would_be_too_long_says_how_much_is_left_out()
    {
        var scene = RecordScene.Of(string.Concat(Enumerable.Range(1, 400).Select(id => $"      - {{ id: i{id}, title: {new string('t', 200)}, owners: zev, status: done }}\n")));

        var body = RecordMarkdown.Render([scene.Record()]);

        body.Length.Should().BeLessThan(65_536);
        body.Should().MatchRegex("\n[0-9]+ more, in the files\\.\n");
    }
}
