using System.Text.RegularExpressions;

namespace VegaGate.EndToEnd.Http;

/// <summary>One item and what people try on its issue. Everything gives the event that it sets off.</summary>
internal sealed class HostileScene(GitHubEmulator github, Checkout checkout) : IDisposable
{
    public GitHubEmulator GitHub => github;

    public Checkout Checkout => checkout;

    public static string ListOf(string owners, string more, string gate = "", string zev = "zev") => $$"""
        checklist: hostile
        title: Hostile
        people:
          zev: { name: Zev, github: {{zev}} }
          rr: { name: RR, github: rr }
          kate: { name: Kate, github: kate }
          guest: { name: Guest, github: guest }
        teams:
          crew: { name: Crew, github: acme/crew, members: [zev, rr] }
        {{gate}}
        sections:
          - id: all
            title: All
            items:
              - { id: x, title: The item, owners: [{{owners}}]{{more}} }
              - { id: y, title: Another, owners: [kate], required: false }

        """;

    public static string ListWithoutItem() => Regex.Replace(ListOf("zev", ""), "(?m)^.*id: x,.*\n", "");

    public void Dispose() => checkout.Dispose();

    public async Task<WorkflowRun?> ClosesAsync(string login, int number)
    {
        // Who has no role cannot close the bot's issue; whoever is given one can.
        await github.SeedAsync(new { owner = "acme", name = "widgets", collaborators = new Dictionary<string, string>(StringComparer.Ordinal) { [login] = "triage" } });
        await github.CloseAsync(login, number);
        return Events.Issue("closed", number, login);
    }

    public async Task<WorkflowRun?> SaysAsync(string login, int number, string text) => Events.Comment(number, await github.CommentAsync(login, number, text), login);

    /// <summary>Something that no request of a person can do.</summary>
    public async Task<WorkflowRun?> HappensAsync(int number, string name, string login, string? commit = null, string? app = null, string? at = null)
    {
        await github.RegisterTokenAsync($"{login}-acts", login.EndsWith("[bot]", StringComparison.Ordinal) ? new { login, type = "Bot", repository = TestSeed.Repository } : new { login });
        await github.ActAsync(number, name, login, commit, app, at);
        return Events.Issue(name, number, login);
    }

    public async Task<WorkflowRun?> ClosesAndReopensAtOnceAsync(string login, int number)
    {
        var at = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await HappensAsync(number, "closed", login, at: at);
        return await HappensAsync(number, "reopened", login, at: at);
    }

    public async Task<WorkflowRun?> CopiesAndClosesAsync(string login)
    {
        var issue = await github.IssueAsync("hostile/x");
        var made = await github.SendAsync(HttpMethod.Post, "issues", login, new { title = issue.Title, body = issue.Body.Replace("hostile/x", "hostile/X", StringComparison.Ordinal), labels = issue.Labels }, 201);
        return await ClosesAsync(login, made!["number"]!.GetValue<int>());
    }

    public async Task<WorkflowRun?> EditsCommentAsync(string login, int number, string said, string edited)
    {
        var comment = await github.CommentAsync(login, number, said);
        // GitHub's times are exact to a second.
        await github.SetClockAsync(5);
        await github.SendAsync(HttpMethod.Patch, $"issues/comments/{comment}", login, new { body = edited }, 200);
        var happened = Events.Comment(number, comment, login);
        happened.Payload["action"] = "edited";
        return happened;
    }

    public async Task<WorkflowRun?> LabelsAsync(string login, int number, params string[] labels)
    {
        await github.SendAsync(HttpMethod.Put, $"issues/{number}/labels", login, new { labels }, 200);
        return Events.Issue("labeled", number, login);
    }

    /// <summary>An administrator edits the hidden first line of the body.</summary>
    public async Task<WorkflowRun?> EditsMarkerAsync(int number, string pattern, string replacement)
    {
        var body = (await github.SendAsync(HttpMethod.Get, $"issues/{number}", TestSeed.Admin, null, 200))!["body"]!.GetValue<string>();
        var edited = new Regex(pattern).Replace(body, replacement, 1);
        edited.Should().NotBe(body);
        await github.SendAsync(HttpMethod.Patch, $"issues/{number}", TestSeed.Admin, new { body = edited }, 200);
        return Events.Issue("edited", number, TestSeed.Admin);
    }
}
