using System.Net;
using System.Text;
using VegaGate.GitHub.Rest;

namespace VegaGate.Tests.GitHub.Rest;

/// <summary>Questions whose answers were kept.</summary>
public sealed class KeptAnswersTests
{
    private const string Labels = "GET /repos/acme/widgets/labels?per_page=100";

    private readonly MemoryCache _cache = new();

    private FakeGitHub Open() => new(new GitHubConnectionOptions { Token = FakeGitHub.Token, Cache = _cache });

    private static string Page(int from, int count) => $"[{string.Join(',', Enumerable.Range(from, count).Select(number => $$"""{"name":"l{{number}}"}"""))}]";

    private static IEnumerable<string> List(FakeGitHub github) => github.Time.Run(() => github.Tracker.ListLabelsAsync(default)).Select(label => label.Name);

    [Fact]
    public void What_GitHub_calls_current_is_not_sent_again()
    {
        using (var first = Open().Answers(Page(1, 2), ("ETag", "W/\"a\"")))
        {
            List(first).Should().Equal("l1", "l2");
            first.Requests[0].Headers.Should().NotContainKey("If-None-Match");
        }

        using var second = Open().Answers(HttpStatusCode.NotModified);
        List(second).Should().Equal("l1", "l2");
        second.Requests.Should().ContainSingle().Which.Headers["If-None-Match"].Should().Be("W/\"a\"");
    }

    [Fact]
    public void A_new_answer_takes_the_place_of_the_old_one()
    {
        using var github = Open().Answers(Page(1, 2), ("ETag", "\"a\"")).Answers(Page(3, 1), ("ETag", "\"b\"")).Answers(HttpStatusCode.NotModified);

        List(github).Should().Equal("l1", "l2");
        List(github).Should().Equal("l3");
        List(github).Should().Equal("l3");

        github.Requests[2].Headers["If-None-Match"].Should().Be("\"b\"");
    }

    [Fact]
    public void The_pages_of_a_kept_list_are_found_by_what_was_kept()
    {
        var next = ("Link", """<https://api.github.com/p2>; rel="next" """);
        using var github = Open().Answers(Page(1, 100), ("ETag", "\"a\""), next).Answers(Page(101, 1), ("ETag", "\"b\""))
            .Answers(HttpStatusCode.NotModified).Answers(HttpStatusCode.NotModified);

        List(github).Should().HaveCount(101);
        List(github).Should().HaveCount(101);

        github.Lines.Should().Equal(Labels, "GET /p2", Labels, "GET /p2");
    }

    [Fact]
    public void A_full_last_page_is_asked_for_again_since_another_may_follow_now()
    {
        using var github = Open().Answers(Page(1, 100), ("ETag", "\"a\""))
            .Answers(HttpStatusCode.NotModified)
            .Answers(Page(1, 100), ("ETag", "\"a\""), ("Link", """<https://api.github.com/p2>; rel="next" """))
            .Answers(Page(101, 1));

        List(github).Should().HaveCount(100);
        List(github).Should().HaveCount(101);

        github.Requests[2].Headers.Should().NotContainKey("If-None-Match");
        github.Lines.Should().Equal(Labels, Labels, Labels, "GET /p2");
    }

    [Fact]
    public void A_kept_answer_that_cannot_be_read_is_forgotten_and_asked_for_anew()
    {
        using var github = Open().Answers(Page(1, 1), ("ETag", "\"a\"")).Answers(HttpStatusCode.NotModified).Answers(Page(2, 1));
        List(github).Should().Equal("l1");
        _cache.Damage();

        List(github).Should().Equal("l2");

        github.Requests[2].Headers.Should().NotContainKey("If-None-Match");
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("")]
    [InlineData("ä")]
    public void A_tag_that_is_none_is_not_sent(string tag)
    {
        using var github = Open().Answers(Page(1, 1), ("ETag", "\"a\"")).Answers(Page(2, 1));
        List(github).Should().Equal("l1");
        _cache.Retag(tag);

        List(github).Should().Equal("l2");

        github.Requests[1].Headers.Should().NotContainKey("If-None-Match");
    }

    [Fact]
    public void Only_whole_answers_with_a_tag_are_kept_and_none_with_the_token_in_its_key()
    {
        using var github = Open().Answers(Page(1, 1)).Answers(HttpStatusCode.NotFound, "{}", ("ETag", "\"x\"")).Answers("""{"id":7,"default_branch":"main"}""", ("ETag", "\"y\""))
            .Answers(HttpStatusCode.Created, "{}", ("ETag", "\"z\""));

        List(github).Should().Equal("l1");
        github.Time.Run(() => github.Tracker.FindIssueAsync(1, default)).Should().BeNull();
        github.Time.Run(async () =>
        {
            await github.Tracker.AcknowledgeAsync(1, default);
            return true;
        });

        _cache.Keys.Should().Equal("application/vnd.github+json 2022-11-28 https://api.github.com/repos/acme/widgets");
    }

    [Fact]
    public void Without_a_cache_everything_is_read_anew()
    {
        using var github = new FakeGitHub().Answers(Page(1, 1), ("ETag", "\"a\"")).Answers(Page(1, 1), ("ETag", "\"a\""));

        List(github);
        List(github);

        github.Requests.Should().OnlyContain(request => !request.Headers.ContainsKey("If-None-Match"));
    }

    private sealed class MemoryCache : IAnswerCache
    {
        private readonly Dictionary<string, KeptAnswer> _answers = new(StringComparer.Ordinal);

        public IEnumerable<string> Keys => _answers.Keys;

        public KeptAnswer? Find(string key) => _answers.GetValueOrDefault(key);

        public void Keep(string key, KeptAnswer answer) => _answers[key] = answer;

        public void Forget(string key) => _answers.Remove(key);

        public void Damage() => Change(answer => answer with { Body = Encoding.UTF8.GetBytes("[{") });

        public void Retag(string tag) => Change(answer => answer with { ETag = tag });

        private void Change(Func<KeptAnswer, KeptAnswer> change)
        {
            foreach (var key in _answers.Keys.ToList())
                _answers[key] = change(_answers[key]);
        }
    }
}
