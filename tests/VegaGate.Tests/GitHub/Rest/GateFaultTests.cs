using System.Net;
using System.Text;
using System.Text.Json;
using VegaGate.Checklists;
using VegaGate.Configuration;
using VegaGate.Gate;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

/// <summary>A gate that lets through, and each of its requests failing in turn, for good, in every way that there is. It never passes. End to end, the same is tried for the ways that take no time.</summary>
public sealed class GateFaultTests
{
    private const string Sha = "0123456789abcdef0123456789abcdef01234567";

    private const string List =
        """
        checklist: signed
        title: Signed
        people: { zev: { name: Zev, github: zev }, rr: { name: RR, github: rr }, kate: { name: Kate, github: kate } }
        teams: { ops: { name: Ops, github: acme/ops, members: [rr] } }
        phases:
          - id: all
            title: All
            owners: ops
            items: [{ id: "1.1", title: Only item, pass: It is there. }]
            handoff: { to: kate, artifacts: [{ name: Read me, path: README.md }, { name: Change, pull-request: 5 }] }
        """;

    private static readonly Checklist Checklist = ValidList.Parse(List);

    /// <summary>Every request of the gate, with an answer that lets it pass.</summary>
    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["/orgs/acme/teams/ops/members"] = """[{"login":"zev","id":3,"type":"User"}]""",
        ["/repos/acme/widgets/issues"] = $"[{Issue(1, new ItemId("signed", null, "1.1"), Checklist.Items.Single().Fingerprint)},{Issue(2, ItemId.ForHandoff("signed", null, "all"), Checklist.Sections[0].Handoff!.Fingerprint)}]",
        ["/repos/acme/widgets/issues/1/timeline"] = $"[{Comment(1, "zev", "/done", 0)}]",
        ["/repos/acme/widgets/issues/2/timeline"] = $"[{Comment(2, "zev", "/done", 1)},{Comment(3, "kate", "/accept 5/5 met on Monday", 2)}]",
        [$"/repos/acme/widgets/git/trees/{Sha}"] = """{"tree":[{"path":"README.md","type":"blob","mode":"100644","sha":"x"}],"truncated":false}""",
        ["/repos/acme/widgets/pulls/5"] = """{"number":5,"merged":true}""",
        ["/repos/acme/widgets"] = """{"id":7,"default_branch":"main"}""",
        [$"/repos/acme/widgets/compare/main...{Sha}"] = """{"status":"identical"}""",
    };

    private static readonly Dictionary<string, Func<string, CancellationToken, Task<HttpResponseMessage>>> Faults = new(StringComparer.Ordinal)
    {
        ["time-out"] = async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            throw new InvalidOperationException();
        },
        ["connection cut"] = (_, _) => Task.FromException<HttpResponseMessage>(new HttpRequestException("cut")),
        ["500"] = (_, _) => Say(HttpStatusCode.InternalServerError, "<h1>Unicorn</h1>"),
        ["502"] = (_, _) => Say(HttpStatusCode.BadGateway, ""),
        ["401"] = (_, _) => Say(HttpStatusCode.Unauthorized, """{"message":"Bad credentials"}"""),
        ["403"] = (_, _) => Say(HttpStatusCode.Forbidden, """{"message":"Resource not accessible by integration"}"""),
        ["404"] = (_, _) => Say(HttpStatusCode.NotFound, """{"message":"Not Found"}"""),
        ["410"] = (_, _) => Say(HttpStatusCode.Gone, """{"message":"Gone"}"""),
        ["429"] = (_, _) => Say(HttpStatusCode.TooManyRequests, """{"message":"rate limit"}"""),
        ["truncated JSON"] = (answer, _) => Say(HttpStatusCode.OK, answer[..(answer.Length / 2)]),
        ["no JSON"] = (_, _) => Say(HttpStatusCode.OK, "<html>"),
        ["empty list"] = (_, _) => Say(HttpStatusCode.OK, "[]"),
        ["empty object"] = (_, _) => Say(HttpStatusCode.OK, "{}"),
        ["null"] = (_, _) => Say(HttpStatusCode.OK, "null"),
        ["nothing"] = (_, _) => Say(HttpStatusCode.OK, ""),
        ["a stale 304"] = (_, _) => Say(HttpStatusCode.NotModified, ""),
    };

    public static TheoryData<string> Ways { get; } = [.. Faults.Keys];

    [Fact]
    public void Without_a_fault_it_passes_and_asks_for_all_of_this()
    {
        var asked = new List<string>();

        Ask((path, answer, _) =>
        {
            asked.Add(path);
            return Say(HttpStatusCode.OK, answer);
        })!.Holds.Should().BeFalse();

        asked.Distinct(StringComparer.Ordinal).Should().BeEquivalentTo(Answers.Keys);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void No_request_that_fails_lets_it_pass(string way)
    {
        foreach (var failing in Answers.Keys)
        {
            var result = Ask((path, answer, cancellation) => path == failing ? Faults[way](answer, cancellation) : Say(HttpStatusCode.OK, answer));

            (result is null || result.Holds).Should().BeTrue("{0} of {1} is no answer that lets through", way, failing);
        }
    }

    /// <summary>Null: what it was to decide on could not be read.</summary>
    private static GateResult? Ask(Func<string, string, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        var time = new ManualTimeProvider();
        using var handler = new Scripted(answer);
        using var connection = new GitHubConnection(new GitHubConnectionOptions { Token = FakeGitHub.Token }, time, handler);
        RepositoryName.TryParse("acme/widgets", out var repository).Should().BeTrue();
        var ours = new Actor("github-actions[bot]", 41898282, IsBot: true);
        var reader = new GateReader(new GitHubIssueTracker(connection, repository!, ours), new GitHubRepositoryFacts(connection, repository!, Sha), new GitHubTeamDirectory(connection), [ours.Login]);
        var request = new GateRequest(null, null, null, Sha);
        return time.Run(async () =>
        {
            try
            {
                var input = await reader.ReadAsync([Checklist], request, default);
                return new GateEvaluator(new ItemStateResolver([ours.Login]), SeverityPolicy.Default).Evaluate(input.Checklists, request, input.Facts);
            }
            catch (TrackerException)
            {
                return null;
            }
        });
    }

    private static Task<HttpResponseMessage> Say(HttpStatusCode status, string body) => Task.FromResult(new HttpResponseMessage(status)
    {
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        Headers = { Date = ManualTimeProvider.Start },
    });

    private static string Issue(int number, ItemId id, string fingerprint) => JsonSerializer.Serialize(new
    {
        number,
        title = id.ToString(),
        state = "open",
        body = new IssueMarker(id.ToString(), fingerprint, null, "todo", new MarkerBaseline("t", "b", "a", "m")).ToString(),
        user = new { login = "github-actions[bot]", id = 41898282, type = "Bot" },
        labels = new[] { new { name = "vegagate" } },
        comments = 1,
        created_at = "2026-03-01T08:00:00Z",
        updated_at = "2026-03-01T09:00:00Z",
    });

    private static string Comment(int id, string login, string body, int minute) => JsonSerializer.Serialize(new
    {
        @event = "commented",
        id,
        body,
        user = new { login, id = login.Length, type = "User" },
        created_at = $"2026-03-01T08:3{minute}:00Z",
        updated_at = $"2026-03-01T08:3{minute}:00Z",
    });

    private sealed class Scripted(Func<string, string, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            return answer(path, Answers.GetValueOrDefault(path, """{"message":"nobody asked for this before"}"""), cancellationToken);
        }
    }
}
