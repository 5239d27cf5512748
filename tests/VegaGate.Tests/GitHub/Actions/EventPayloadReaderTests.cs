using System.Text;
using VegaGate.GitHub.Actions;

namespace VegaGate.Tests.GitHub.Actions;

public sealed class EventPayloadReaderTests
{
    private static EventReading Read(string json) => EventPayloadReader.Read(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("""{"sha":"h","repo":{"full_name":"Acme/Widgets","fork":true}}""", "Acme/Widgets", false)]
    [InlineData("""{"sha":"h","repo":{"full_name":"zev/widgets"}}""", "zev/widgets", true)]
    [InlineData("""{"sha":"h","repo":null}""", null, true)]
    public void A_pull_request_says_where_it_comes_from(string head, string? repository, bool isFork)
    {
        var reading = Read($$"""
            {"action":"opened","number":12,"sender":{"login":"zev","id":3,"type":"User"},"organization":{"x":[1]},
             "pull_request":{"number":12,"head":{{head}},"base":{"ref":"main","sha":"b","repo":{"full_name":"acme/widgets"} } } }
            """);

        reading.Problem.Should().BeNull();
        reading.Payload.Should().Be(new EventPayload
        {
            Action = "opened",
            Sender = new EventSender("zev", 3, "User"),
            PullRequest = new PullRequestEvent(12, "h", repository, "main", "b", isFork),
        });
    }

    [Fact]
    public void An_issue_comment_says_who_wrote_which_on_what()
    {
        var payload = Read("""
            {"action":"created","issue":{"number":5,"title":"x"},"comment":{"id":4611686018427387904,"user":{"login":"ann","id":4,"type":"User"},"body":"/done"},
             "sender":{"login":"github-actions[bot]","type":"Bot"}}
            """).Payload;

        payload.Should().Be(new EventPayload
        {
            Action = "created",
            Issue = new IssueEvent(5, IsPullRequest: false),
            Comment = new CommentEvent(4611686018427387904, new EventSender("ann", 4, "User")),
            Sender = new EventSender("github-actions[bot]", null, "Bot"),
        });
    }

    [Theory]
    [InlineData("""{"issue":{"number":5,"pull_request":{"url":"x"}}}""", true)]
    [InlineData("""{"issue":{"number":5,"pull_request":null}}""", false)]
    public void A_comment_on_a_pull_request_is_told_apart(string json, bool isPullRequest) =>
        Read(json).Payload!.Issue.Should().Be(new IssueEvent(5, isPullRequest));

    [Fact]
    public void A_push_says_what_was_pushed() =>
        Read("""{"ref":"refs/heads/main","before":"a","after":"b","commits":[]}""").Payload!.Push.Should().Be(new PushEvent("refs/heads/main", "a", "b"));

    [Fact]
    public void Whatever_is_missing_is_null()
    {
        Read("{}").Payload.Should().Be(new EventPayload());
        Read("\ufeff{}").Payload.Should().Be(new EventPayload());
        Read("""{"pull_request":{},"issue":{},"comment":{}}""").Payload.Should().Be(new EventPayload
        {
            PullRequest = new PullRequestEvent(null, null, null, null, null, IsFork: true),
            Issue = new IssueEvent(null, false),
            Comment = new CommentEvent(null, null),
        });
    }

    [Theory]
    [InlineData("", "The event's payload is not the JSON of an event (line 1).")]
    [InlineData("{\n\"action\":", "The event's payload is not the JSON of an event (line 2).")]
    [InlineData("[]", "The event's payload is not the JSON of an event (line 1).")]
    [InlineData("{\"number\":\"x\"}", "The event's payload is not the JSON of an event (line 1).")]
    [InlineData("null", "The event's payload is null.")]
    public void What_is_no_event_is_a_problem_in_words(string json, string problem) => Read(json).Should().Be(new EventReading(null, problem));

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_in_words()
    {
        EventPayloadReader.ReadFile(Path.Join(Path.GetTempPath(), "no", "such", "event.json")).Problem.Should().NotBeNull();
        EventPayloadReader.ReadFile("").Problem.Should().NotBeNull();
        EventPayloadReader.ReadFile("a\0b").Problem.Should().NotBeNull();
    }
}
