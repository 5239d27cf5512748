using System.Net;
using VegaGate.GitHub.Rest;
using VegaGate.Tracking;

namespace VegaGate.Tests.GitHub.Rest;

public sealed class GitHubConnectionTests
{
    [Fact]
    public void Every_request_says_who_asks_and_in_which_version()
    {
        using var github = new FakeGitHub();
        github.Answers("[]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default));

        var headers = github.Requests.Should().ContainSingle().Which.Headers;
        headers["User-Agent"].Should().Be("vegagate/1.2.3");
        headers["Accept"].Should().Be("application/vnd.github+json");
        headers["X-GitHub-Api-Version"].Should().Be("2022-11-28");
        headers["Authorization"].Should().Be($"Bearer {FakeGitHub.Token}");
    }

    [Theory]
    [InlineData("https://ghe.example/api/v3")]
    [InlineData("https://ghe.example/api/v3/")]
    public void The_base_address_keeps_its_path(string address)
    {
        using var github = new FakeGitHub(new GitHubConnectionOptions { BaseAddress = new Uri(address) });
        github.Answers("[]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default));

        github.Requests.Should().ContainSingle().Which.Line.Should().Be("GET /api/v3/repos/acme/widgets/labels?per_page=100");
        github.Requests[0].Headers.Should().NotContainKey("Authorization");
    }

    [Fact]
    public void Every_page_is_followed_as_GitHub_names_it()
    {
        using var github = new FakeGitHub();
        github
            .Answers("""[{"name":"a"}]""", ("Link", """<https://api.github.com/repositories/7/labels?x=1,2;3&page=2>; rel="next", <https://api.github.com/l>; rel="last" """))
            .Answers("""[{"name":"b"}]""", ("Link", """<https://api.github.com/f>; rel="first", <https://api.github.com/repositories/7/labels?page=3>; rel=next"""))
            .Answers("""[{"name":"c","color":"ff0000","description":null}]""", ("Link", """<https://api.github.com/f>; rel="first" """));

        var labels = github.Time.Run(() => github.Tracker.ListLabelsAsync(default));

        labels.Select(label => label.Name).Should().Equal("a", "b", "c");
        github.Lines.Should().Equal(
            "GET /repos/acme/widgets/labels?per_page=100",
            "GET /repositories/7/labels?x=1,2;3&page=2",
            "GET /repositories/7/labels?page=3");
    }

    [Theory]
    [InlineData("https://evil.example/labels?page=2")]
    [InlineData("http://api.github.com/labels?page=2")]
    [InlineData("https://api.github.com:444/labels?page=2")]
    [InlineData("https://me@api.github.com/labels?page=2")]
    [InlineData("//evil.example/labels")]
    [InlineData("/labels?page=2")]
    public void A_next_page_elsewhere_is_refused(string next)
    {
        using var github = new FakeGitHub();
        github.Answers("[]", ("Link", $"<{next}>; rel=\"next\""));

        var failure = github.Failure(() => github.Tracker.ListLabelsAsync(default));

        failure.Failure.Should().Be(TrackerFailure.Unreachable);
        failure.Message.Should().Contain("not on the same host");
        github.Requests.Should().ContainSingle();
    }

    [Fact]
    public void A_list_that_comes_back_to_an_earlier_page_is_refused()
    {
        using var github = new FakeGitHub();
        github.Answers("[]", ("Link", """<https://api.github.com/x?page=2>; rel="next" """))
            .Answers("[]", ("Link", """<https://api.github.com/x?page=2>; rel="next" """));

        github.Failure(() => github.Tracker.ListLabelsAsync(default)).Message.Should().Contain("does not end");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public void A_redirect_on_the_same_host_is_followed(int status)
    {
        using var github = new FakeGitHub();
        github.Answers((HttpStatusCode)status, "", ("Location", "https://API.github.com:443/repositories/7/labels?per_page=100")).Answers("""[{"name":"a"}]""");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default)).Should().ContainSingle();

        github.Requests[1].Line.Should().Be("GET /repositories/7/labels?per_page=100");
        github.Requests[1].Headers.Should().ContainKey("Authorization");
    }

    [Theory]
    [InlineData("https://evil.example/labels")]
    [InlineData("//evil.example/labels")]
    [InlineData("http://api.github.com/labels")]
    [InlineData("https://api.github.com.evil.example/labels")]
    public void A_redirect_to_another_host_never_gets_the_token(string location)
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.Redirect, "", ("Location", location));

        var failure = github.Failure(() => github.Tracker.ListLabelsAsync(default));

        failure.Message.Should().Contain("another host");
        github.Requests.Should().OnlyContain(request => request.Host == "api.github.com").And.HaveCount(1);
    }

    [Fact]
    public void A_circle_of_redirects_ends()
    {
        using var github = new FakeGitHub();
        for (var i = 0; i < 6; i++)
            github.Answers(HttpStatusCode.MovedPermanently, "", ("Location", "/again"));

        github.Failure(() => github.Tracker.ListLabelsAsync(default)).Message.Should().Contain("leads nowhere");
    }

    [Fact]
    public void A_write_is_not_redirected()
    {
        using var github = new FakeGitHub();
        github.Answers(HttpStatusCode.TemporaryRedirect, "", ("Location", "https://api.github.com/repositories/7/issues"));

        var failure = github.Failure(() => github.Tracker.AddCommentAsync(1, "x", default));

        failure.Failure.Should().Be(TrackerFailure.Rejected);
        failure.Message.Should().Contain("renamed");
        github.Requests.Should().ContainSingle();
    }

    [Fact]
    public void An_answer_beyond_the_bound_is_not_read()
    {
        using var github = new FakeGitHub(new GitHubConnectionOptions { Token = FakeGitHub.Token, MaxResponseBytes = 10 });
        github.Answers("[           ]");

        github.Failure(() => github.Tracker.ListLabelsAsync(default)).Message.Should().Contain("more than 10 bytes");
        github.Requests.Should().ContainSingle();
    }

    [Fact]
    public void An_answer_at_the_bound_is_read()
    {
        using var github = new FakeGitHub(new GitHubConnectionOptions { MaxResponseBytes = 10 });
        github.Answers("[        ]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public void The_clock_is_the_date_of_the_last_answer()
    {
        using var github = new FakeGitHub();
        github.Answers("[]", ("Date", "Mon, 02 Mar 2026 10:00:00 GMT")).Answers("[]", ("Date", "Mon, 02 Mar 2026 10:00:05 GMT")).Answers("[]");
        FluentActions.Invoking(() => github.Tracker.Now).Should().Throw<InvalidOperationException>();

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default));
        github.Tracker.Now.Should().Be(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
        github.Time.Run(() => github.Tracker.ListLabelsAsync(default));
        github.Time.Run(() => github.Tracker.ListLabelsAsync(default));
        github.Tracker.Now.Should().Be(new DateTimeOffset(2026, 3, 2, 10, 0, 5, TimeSpan.Zero));
    }

    [Fact]
    public void A_cancelled_caller_gets_its_cancellation()
    {
        using var github = new FakeGitHub();
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5), github.Time);
        github.Hangs();

        FluentActions.Invoking(() => github.Time.Run(() => github.Tracker.ListLabelsAsync(source.Token))).Should().Throw<OperationCanceledException>();
        github.Requests.Should().ContainSingle();
    }

    [Fact]
    public void Issues_are_made_three_seconds_apart_and_other_writes_one()
    {
        using var github = new FakeGitHub();
        for (var i = 0; i < 2; i++)
            github.Answers(HttpStatusCode.Created, Samples.Issue(1)).Answers(Samples.Issue(1)).Answers(Samples.Issue(1));

        github.Time.Run(async () =>
        {
            for (var i = 0; i < 2; i++)
            {
                await github.Tracker.CreateIssueAsync(new IssueDraft { Title = "t", Body = "b" }, default);
                await github.Tracker.UpdateIssueAsync(1, new IssueUpdate { Title = "u" }, default);
                await github.Tracker.FindIssueAsync(1, default);
            }
        });

        github.Requests.Select(request => request.At.TotalSeconds).Should().Equal(0, 1, 1, 3, 4, 4);
    }

    [Theory]
    [InlineData("https://api.github.com", false)]
    [InlineData("http://127.0.0.1:4000", true)]
    [InlineData("http://localhost:4000", true)]
    public void Writes_without_spacing_are_for_this_machine_only(string address, bool isAllowed)
    {
        var make = FluentActions.Invoking(() => new GitHubConnection(
            new GitHubConnectionOptions { BaseAddress = new Uri(address), CreationSpacing = TimeSpan.Zero, WriteSpacing = TimeSpan.Zero }, new ManualTimeProvider()).Dispose());

        if (isAllowed)
            make.Should().NotThrow();
        else
            make.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("abc\ndef")]
    [InlineData("abc def")]
    [InlineData("abcdéf")]
    public void A_token_that_cannot_be_one_is_refused_without_being_quoted(string token) =>
        FluentActions.Invoking(() => new GitHubConnection(new GitHubConnectionOptions { Token = token }, new ManualTimeProvider()))
            .Should().Throw<ArgumentException>().Which.ToString().Should().NotContain("abc");

    [Fact]
    public void A_token_with_an_end_of_line_behind_it_is_trimmed()
    {
        using var github = new FakeGitHub(new GitHubConnectionOptions { Token = FakeGitHub.Token + "\n" });
        github.Answers("[]");

        github.Time.Run(() => github.Tracker.ListLabelsAsync(default));

        github.Requests[0].Headers["Authorization"].Should().Be($"Bearer {FakeGitHub.Token}");
    }

    [Fact]
    public void Options_do_not_print_the_token() =>
        $"{(object)new GitHubConnectionOptions { Token = FakeGitHub.Token }}".Should().NotContain(FakeGitHub.Token);

    [Theory]
    [InlineData("https://api.github.com", true)]
    [InlineData("http://127.0.0.1:4000", false)]
    [InlineData("http://localhost:4000", false)]
    public void The_systems_proxy_is_used_but_not_for_this_machine(string address, bool usesProxy)
    {
        using var handler = GitHubConnection.DefaultHandler(new Uri(address));

        handler.UseProxy.Should().Be(usesProxy);
        handler.Proxy.Should().BeNull();
        handler.AllowAutoRedirect.Should().BeFalse();
    }

    [Theory]
    [InlineData(null, "https://api.github.com/")]
    [InlineData("", "https://api.github.com/")]
    [InlineData(" https://ghe.example/api/v3 ", "https://ghe.example/api/v3")]
    [InlineData("http://127.0.0.1:4000", "http://127.0.0.1:4000/")]
    [InlineData("http://[::1]:4000", "http://[::1]:4000/")]
    [InlineData("http://ghe.example", null)]
    [InlineData("ftp://ghe.example", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("https://me:you@ghe.example", null)]
    [InlineData("https://ghe.example/?x=1", null)]
    [InlineData("https://ghe.example/#x", null)]
    [InlineData("ghe.example", null)]
    [InlineData("/api/v3", null)]
    public void Only_addresses_that_are_safe_for_a_token_are_taken(string? text, string? expected)
    {
        GitHubConnectionOptions.TryParseAddress(text, out var address, out var problem).Should().Be(expected is not null);
        address?.AbsoluteUri.Should().Be(expected);
        (problem is null).Should().Be(expected is not null);
    }

    [Theory]
    [InlineData("acme/widgets", true)]
    [InlineData("a-c_m.e/.github", true)]
    [InlineData("acme", false)]
    [InlineData("acme/widgets/x", false)]
    [InlineData("../widgets", false)]
    [InlineData("acme/..", false)]
    [InlineData("acme/.", false)]
    [InlineData("acme/", false)]
    [InlineData("/widgets", false)]
    [InlineData("acme/wid gets", false)]
    [InlineData("acme/widgets?x", false)]
    [InlineData("acme/widgets#x", false)]
    [InlineData("acme/wid%2Fgets", false)]
    [InlineData("acme/w\nidgets", false)]
    [InlineData(null, false)]
    public void A_repository_is_an_owner_and_a_name(string? text, bool isOne)
    {
        RepositoryName.TryParse(text, out var repository).Should().Be(isOne);
        if (isOne)
            repository!.ToString().Should().Be(text);
    }
}
