using System.Text.Json.Nodes;
using VegaGate.Checklists;
using VegaGate.Cli.Reporting.Notifications;
using VegaGate.Escalation;
using VegaGate.Format;
using VegaGate.Gate.Blocking;
using VegaGate.Tracking;

namespace VegaGate.Tests.Cli.Reporting.Notifications;

public sealed class NotificationsJsonTests
{
    private const string Hostile = "<!channel> <https://evil.example|click> & *b* :bomb: [x](https://evil.example)\r\nSubject: other\u202e <at>all</at>";

    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_news_it_is_an_empty_list() => NotificationsJson.Render([]).Should().Be("[]");

    [Fact]
    public void Says_what_happened_as_data()
    {
        var notice = Render(Notice("It fails"));

        notice["kind"]!.GetValue<string>().Should().Be("escalation");
        notice["level"]!.GetValue<int>().Should().Be(2);
        notice["levels"]!.AsArray().Select(level => level!.GetValue<int>()).Should().Equal(1, 2);
        notice["item"]!.GetValue<string>().Should().Be("list/1.1");
        notice["minutes"]!.GetValue<int>().Should().Be(95);
        notice["target-minutes"]!.GetValue<int>().Should().Be(120);
        notice["to"]!.AsArray().Select(name => name!.GetValue<string>()).Should().Equal("lead");
        notice["calls"]!.ToJsonString().Should().Be("""[{"level":1,"do":"It fails","to":["lead"]},{"level":2,"do":"It fails","to":["lead"]}]""");
        notice["next"]!.ToJsonString().Should().Be("""{"level":3,"do":"It fails","at":"2026-03-02T11:00:00Z"}""");
        notice["ended"].Should().BeNull();
    }

    [Fact]
    public void Only_what_is_over_has_a_time_of_resolution()
    {
        var over = Notice("It fails") with { Levels = [], Target = null, Next = null };
        var resolved = Render(over);
        var progress = Render(over with { Blocker = over.Blocker with { Resolved = null, Progressed = over.Blocker.Raised } });

        (resolved["kind"]!.GetValue<string>(), resolved["ended"]!.GetValue<string>()).Should().Be(("resolved", "2026-03-02T10:35:00Z"));
        resolved["next"].Should().BeNull();
        (progress["kind"]!.GetValue<string>(), progress["ended"]).Should().Be(("progress", null));
        progress["email"]!["subject"]!.GetValue<string>().Should().Be("Progress, still blocked: 1.1 Build it");
        progress["email"]!["text"]!.GetValue<string>().Should().Contain("\n\nzev made progress: nobody is called any more, and it holds the gate until /unblock\n\nWorking time so far: 1 h 35 min\n");
    }

    [Fact]
    public void A_message_has_the_people_of_each_level_beside_what_they_do() => Render(Notice("It fails"))["email"]!["text"]!.GetValue<string>().Should()
        .StartWith("Level 1: It fails. For: It fails\n\nLevel 2: It fails. For: It fails\n\n").And.Contain("\n\nNext, if it stays: level 3, It fails, at 2026-03-02T11:00:00Z\n\n");

    [Fact]
    public void In_Slack_nothing_of_a_text_is_a_mention_a_link_or_a_picture()
    {
        var slack = Render(Notice(Hostile))["slack"]!;

        slack["text"]!.GetValue<string>().Should().NotContainAny("<", ">");
        foreach (var block in slack["blocks"]!.AsArray())
        {
            var text = block!["text"]!;
            if (text["type"]!.GetValue<string>() == "plain_text")
                text["emoji"]!.GetValue<bool>().Should().BeFalse();
            else
                text["text"]!.GetValue<string>().Should().Be("<https://github.com/a/b/issues/7|#7>");
            text["text"]!.GetValue<string>().Length.Should().BeInRange(1, block["type"]!.GetValue<string>() == "header" ? 150 : 3_000);
        }
    }

    [Fact]
    public void In_Teams_every_text_is_a_run_in_which_nothing_is_Markdown()
    {
        var card = Render(Notice(Hostile))["teams"]!["attachments"]![0]!;

        card["contentType"]!.GetValue<string>().Should().Be("application/vnd.microsoft.card.adaptive");
        card["content"]!["type"]!.GetValue<string>().Should().Be("AdaptiveCard");
        card["content"]!["body"]!.AsArray().Select(block => block!["type"]!.GetValue<string>()).Should().OnlyContain(type => type == "RichTextBlock");
        card["content"]!["body"]!.AsArray().Select(block => block!["inlines"]![0]!["type"]!.GetValue<string>()).Should().OnlyContain(type => type == "TextRun");
        card["content"]!["actions"]![0]!["url"]!.GetValue<string>().Should().Be("https://github.com/a/b/issues/7");
        card["content"]!.AsObject().Should().NotContainKey("msteams", "without it, an <at> calls nobody");
    }

    [Fact]
    public void The_subject_of_an_email_is_one_line()
    {
        var email = Render(Notice("It fails") with { Title = "1.1 " + Hostile + new string('x', 400) })["email"]!;

        email["subject"]!.GetValue<string>().Should().NotContainAny("\r", "\n", "\u202e").And.HaveLength(200).And.StartWith("Escalation level 2: 1.1 ");
        email["text"]!.GetValue<string>().Split('\n').Should().NotContain(line => line.StartsWith("Subject:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_matrix_has_no_more_than_it_can_take() => JsonNode.Parse(NotificationsJson.Render(Enumerable.Repeat(Notice("It fails"), 300)))!.AsArray().Should().HaveCount(NotificationsJson.Most);

    private static JsonNode Render(EscalationNotice notice) => JsonNode.Parse(NotificationsJson.Render([notice]))![0]!;

    private static EscalationNotice Notice(string reason)
    {
        var word = new BlockerWord(new Actor("zev", 0, IsBot: false), Nine, "");
        var blocker = new BlockerRecord
        {
            Checklist = "list",
            Release = null,
            Item = new ItemId("list", null, "1.1"),
            Phase = "build",
            Issue = 7,
            IsReport = false,
            Raised = word,
            Confirmed = word,
            Resolved = word with { At = Nine.AddMinutes(95) },
            Class = reason,
            Severity = Severity.Critical,
            Reason = reason,
        };
        var lead = new Recipient("lead", reason, ["lead"]);
        return new EscalationNotice(
            blocker,
            reason,
            "1.1 Build it",
            "https://github.com/a/b/issues/7",
            [new CalledLevel(1, reason, [lead]), new CalledLevel(2, reason, [lead])],
            [lead],
            new DueLevel(new EscalationLevel(3, new Located<string>("2h", default), [], reason), Nine.AddHours(2)),
            TimeSpan.FromMinutes(95),
            TimeSpan.FromHours(2));
    }
}
