using System.Text.Json;
using VegaGate.Cli.Reporting.Updates;
using VegaGate.Escalation;
using VegaGate.Gate;
using VegaGate.Phases;

namespace VegaGate.Tests.Cli.Reporting.Updates;

public sealed class UpdatesTests
{
    private const string Hostile = "@all <!channel> <https://evil.example|x> [x](y) **b** ##[error]x\n::set-output name=x::y\r\nBcc: x@y \u202E :tada: &";

    [Fact]
    public void Markdown_takes_a_hostile_text_as_data()
    {
        var text = UpdateMarkdown.Render(Update(2));

        text.Should().Contain("* [`@all` &lt;\\!channel&gt; `<https://evil.example|x>` \\[x\\](y) \\*\\*b\\*\\* ##\\[error\\]x ::set-output name=x::y").And.Contain("](<https://github.com/a/b/issues/1>)");
        text.Split('\n').Should().NotContain(line => line.StartsWith("::", StringComparison.Ordinal) || line.StartsWith("Bcc", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_always_told_is_told_beyond_the_number_of_entries_and_how_many_more_there_are_is_said()
    {
        var many = Update(40);
        var handoffs = many with { Parts = [many.Parts[0] with { Kept = 30 }] };

        UpdateMarkdown.Render(many).Should().Contain("\n* and 15 more\n");
        Count(UpdateMarkdown.Render(handoffs)).Should().Be(30);
        UpdateMarkdown.Render(handoffs).Should().EndWith("\n* and 10 more\n");
        UpdateMarkdown.Entries(handoffs.Parts[0], 0).Should().EndWith("\n* and 10 more\n");
        UpdateMarkdown.Entries(many.Parts[0], 1_000).Should().MatchRegex(@"\n\* and 3\d more\n$");
        UpdateText.Entries(handoffs.Parts[0]).Should().HaveCount(31);

        static int Count(string text) => text.Split('\n').Count(line => line.StartsWith("* [", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_receives_it_stands_in_every_text_and_channels_are_there_for_later_steps()
    {
        var update = Update(1) with { To = [new Recipient("ops", "Ops (day)", ["rr", "kate"]), new Recipient("guest", "@all", [])], Channels = ["slack:#deployment", "email", "SLACK: #ops", "slack:"], When = "by day" };

        UpdateMarkdown.Render(update).Should().Contain("\n\nTo: Ops (day) (rr, kate), `@all`\n\nChannels: slack:#deployment, email, SLACK: #ops, slack: (by day)\n\n");
        UpdateEmail.Body([new FormedUpdate(update, null)]).Should().Contain("\n\nTo: Ops (day) (rr, kate), @all\n\n");
        UpdateChannels.SlackJson([update, update]).Should().Be("""["#deployment","#ops"]""");
        UpdateChannels.SlackJson([]).Should().Be("[]");
        UpdateChannels.To([update, update]).Should().Be("Ops (day) (rr, kate), @all");
        var json = JsonDocument.Parse(UpdateJson.Render([update], "t")).RootElement.GetProperty("updates")[0];
        json.GetProperty("to")[0].GetProperty("logins").GetArrayLength().Should().Be(2);
        json.GetProperty("channels").GetArrayLength().Should().Be(4);
        json.GetProperty("when").GetString().Should().Be("by day");
    }

    [Fact]
    public void Slack_gets_blocks_of_plain_text_within_its_limits()
    {
        var json = UpdateSlack.Render([Update(40), Update(40)]);

        json.Should().NotContain("##[");
        var payload = JsonDocument.Parse(json).RootElement;
        payload.GetProperty("text").GetString().Should().Contain("&lt;!channel&gt;").And.NotContainAny("<", ">", "\n");
        var blocks = payload.GetProperty("blocks").EnumerateArray().ToArray();
        blocks.Length.Should().BeInRange(4, 50);
        blocks.Should().OnlyContain(block => block.GetProperty("text").GetProperty("type").GetString() == "plain_text" && !block.GetProperty("text").GetProperty("emoji").GetBoolean());
        blocks.Select(block => block.GetProperty("text").GetProperty("text").GetString()!.Length).Should().OnlyContain(length => length > 0 && length <= 3_000);
        blocks[0].GetProperty("text").GetProperty("text").GetString()!.Length.Should().BeLessThanOrEqualTo(150);
        blocks[2].GetProperty("text").GetProperty("text").GetString().Should().StartWith("Done\n• @all <!channel> ");
    }

    [Fact]
    public void An_email_has_one_subject_line_and_no_line_of_a_text_begins_a_header()
    {
        var text = UpdateEmail.Render([new FormedUpdate(Update(40), null)]);

        var lines = text.Split('\n');
        lines[0].Should().StartWith("Subject: @all <!channel> ").And.EndWith(": status on 2026-03-01, 1 of 2 items clear");
        lines[1].Should().BeEmpty();
        lines.Should().NotContain(line => line.StartsWith("Bcc", StringComparison.Ordinal) || line.StartsWith("::", StringComparison.Ordinal));
        text.Should().NotContainAny("\r", "\u202E").And.Contain("\n- and 15 more\n");
    }

    [Fact]
    public void Json_holds_the_text_as_it_is()
    {
        var json = UpdateJson.Render([Update(1)], "t");

        json.Should().NotContain("##[");
        var update = JsonDocument.Parse(json).RootElement.GetProperty("updates")[0];
        update.GetProperty("parts").GetProperty("done")[0].GetProperty("title").GetString().Should().Be(Hostile);
        update.GetProperty("since").GetString().Should().Be("2026-03-01T00:00:00Z");
        update.GetProperty("phases")[0].GetProperty("step").GetString().Should().Be("open");
    }

    private static ProgressUpdate Update(int entries)
    {
        var at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var entry = new UpdateEntry(Hostile, Hostile, 1, "https://github.com/a/b/issues/1");
        return new ProgressUpdate(
            "list", Hostile, at, at, new TrackingMatrix("list", Hostile, [new MatrixRow(1, "a", Hostile, Hostile, Hostile, [Hostile], [Hostile], HandoffStep.Open, Hostile)]), 1, 2, [Hostile],
            [new UpdatePart("done", "Done", [.. Enumerable.Repeat(entry, entries)]), new UpdatePart("next", "Next", [])]);
    }
}
