using System.Text.Json.Nodes;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>The doctor says what is wrong and what to do, and writes nothing.</summary>
public sealed class DoctorTests : HttpTests
{
    private const string Workflow = """
        on:
          pull_request:
          merge_group:
          push: { branches: [main] }
          issues: { types: [closed, reopened, edited, labeled, unlabeled] }
          issue_comment: { types: [created] }
          schedule: [{ cron: "0 * * * *" }]
        permissions: { contents: read, issues: write, statuses: write }
        concurrency: { group: one, cancel-in-progress: false }
        jobs:
          all:
            runs-on: ubuntu-24.04
            steps:
              - { uses: acme/vegagate@0123456789012345678901234567890123456789, with: { command: apply } }
              - { uses: acme/vegagate@0123456789012345678901234567890123456789, with: { command: respond } }
              - run: |
                  echo "and at last"
                  vegagate gate

        """;

    [Fact]
    public async Task Where_all_is_well_every_line_is_ok_and_nothing_is_written()
    {
        using var syncs = await CreateAsync();
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", files = new Dictionary<string, string>(StringComparer.Ordinal) { ["checklists/list.yaml"] = "-" } });
        (await syncs.RunAsync("apply")).Exits(0);
        await GitHub.ResetAsync();

        var run = await DoctorAsync(syncs);

        run.Exits(0).Lines.Should().ContainMatch("ok    checklists: 1 without errors: checklists/list.yaml")
            .And.ContainMatch("ok    workflow triggers: 1 workflow call us when they should: .github/workflows/all.yml")
            .And.Contain("ok    workflow permissions: every job has what its command needs")
            .And.Contain("ok    token: GitHub takes it; it is a workflow's own token, or an App's")
            .And.Contain("ok    identity: issues are written by github-actions[bot], a workflow's own token; GitHub does not say whose this token is")
            .And.ContainMatch("ok    rate limit: 9?? of 1000 requests are left, anew at *")
            .And.Contain("ok    repository: acme/widgets has issues; its default branch is main")
            .And.Contain("ok    repository: checklists is on main")
            .And.Contain("ok    labels: 4 of 4 are there");
        run.Lines.Where(line => !line.StartsWith(' ')).Should().OnlyContain(line => line.StartsWith("ok ", StringComparison.Ordinal) || line.StartsWith("warn  branches: main is not protected", StringComparison.Ordinal));
        (await GitHub.RequestsOfJobsAsync()).Should().NotBeEmpty().And.NotContain(request => request.IsWrite);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_with_what_to_do()
    {
        using var syncs = await CreateAsync();
        await GitHub.SeedAsync(new { owner = "acme", name = "widgets", has_issues = false, labels = new object[] { new { name = "VegaGate", color = "ededed" } } });
        syncs.Workspace.Write(".github/workflows/all.yml", """
            on:
              pull_request: { paths: [src/**] }
              pull_request_target:
              issues: { types: [closed] }
            jobs:
              bad:
                permissions: { contents: read }
                steps:
                  - { uses: Acme/VegaGate@v1, with: { command: gate } }
                  - { uses: Acme/VegaGate@v1, with: { command: respond } }
              held:
                permissions: { contents: read, issues: write, statuses: write }
                steps: [{ uses: Acme/VegaGate@v1, with: { command: respond } }, { uses: Acme/VegaGate@v1, with: { command: escalate } }]
              open:
                steps: [{ run: vegagate validate }]

            """);
        syncs.Workspace.Write(".github/workflows/broken.yml", "on: [push\n").Write(".vegagate.yaml", "release: { workflow: gone.yml }\n");

        var run = (await DoctorAsync(syncs)).Exits(1);

        run.Lines.Should().Contain("fail  workflow triggers: .github/workflows/all.yml runs on `pull_request_target`, with a token that can write beside files that may be anybody's")
            .And.Contain("warn  workflow triggers: .github/workflows/all.yml filters `pull_request` by path")
            .And.Contain("warn  workflow triggers: .github/workflows/all.yml runs on `pull_request` and not on `merge_group`")
            .And.Contain("warn  workflow triggers: .github/workflows/all.yml: the job bad writes, and has no `concurrency`")
            .And.Contain("warn  workflow triggers: .github/workflows/all.yml runs `respond`, and not on `issues` that are reopened, edited, labeled, unlabeled")
            .And.Contain("warn  workflow triggers: .github/workflows/all.yml runs `respond`, and not on `issue_comment` that is created")
            .And.ContainMatch("warn  workflow triggers: .github/workflows/all.yml runs `respond`, and not on `schedule`*")
            .And.ContainMatch("warn  workflow triggers: .github/workflows/broken.yml cannot be read: *")
            .And.Contain("warn  workflow triggers: no workflow syncs the issues")
            .And.Contain("fail  workflow permissions: .github/workflows/all.yml: the job bad runs `gate` without `issues: read`")
            .And.Contain("fail  workflow permissions: .github/workflows/all.yml: the job bad runs `respond` without `issues: write`, `statuses: write`")
            .And.Contain("warn  workflow permissions: .github/workflows/all.yml: the job open says nothing of its permissions")
            .And.Contain("warn  workflow permissions: .github/workflows/all.yml: the job held runs `respond` without `actions: write`, so a held release does not go by itself")
            .And.Contain("warn  workflow triggers: .github/workflows/all.yml runs `escalate`, and not on `schedule`")
            .And.Contain("warn  workflow triggers: the configuration names gone.yml as the workflow that releases, and no such workflow calls us")
            .And.Contain("fail  repository: issues are switched off in acme/widgets")
            .And.Contain("warn  repository: checklists is not on main")
            .And.Contain("warn  labels: 1 are spelled in another case; they are taken as they are: VegaGate");
        (await GitHub.RequestsOfJobsAsync()).Should().NotContain(request => request.IsWrite);
    }

    [Fact]
    public async Task A_persons_token_is_told_that_apply_will_be_refused_and_apply_refuses_before_it_writes()
    {
        using var syncs = await CreateAsync();
        var variables = new Dictionary<string, string>(syncs.Variables, StringComparer.Ordinal) { ["GITHUB_TOKEN"] = TestSeed.TokenOf(TestSeed.Admin) };

        (await syncs.Workspace.RunAsync(variables, "doctor")).Exits(0).Lines.Should().Contain("warn  identity: the token is root's, and issues are written by github-actions[bot]")
            .And.Contain("ok    permissions: the account may write to the repository; whether the token may, only a write tells");
        (await syncs.Workspace.RunAsync(variables, "apply", "--tracker", "github")).Exits(3).Error.Should().Be(
            "vegagate: The token is root's, and issues are written by github-actions[bot] here: nothing was written. Let a workflow write them, or name the `identity` in .vegagate.yaml.\n");
        (await GitHub.RequestsAsync()).Should().NotContain(request => request.IsWrite);

        syncs.Workspace.Write(".vegagate.yaml", "identity: Root\n");
        (await syncs.Workspace.RunAsync(variables, "doctor")).Exits(0).Lines.Should().Contain("ok    identity: the token is root's, who writes the issues");
        (await syncs.Workspace.RunAsync(variables, "apply", "--tracker", "github")).Exits(0);
        (await syncs.Workspace.RunAsync(variables, "plan", "--tracker", "github")).Exits(0).Output.Should().StartWith("plan: nothing changed, 3 as they should be");
    }

    [Fact]
    public async Task Without_a_token_or_with_a_wrong_one_the_local_checks_speak_all_the_same()
    {
        using var syncs = await CreateAsync();
        var without = syncs.Variables.Where(variable => variable.Key != "GITHUB_TOKEN").ToDictionary(StringComparer.Ordinal);
        (await syncs.Workspace.RunAsync(without, "doctor")).Exits(1).Lines.Should().ContainMatch("ok    checklists: *").And.Contain("fail  access: GitHub needs a token: set GITHUB_TOKEN in the environment");

        var wrong = new Dictionary<string, string>(without, StringComparer.Ordinal) { ["GITHUB_TOKEN"] = "ghp_wrong" };
        (await syncs.Workspace.RunAsync(wrong, "doctor")).Exits(1).Lines.Should().ContainMatch("fail  token: GitHub answered 401 to GET /rate_limit: Bad credentials. The token is wrong or has expired").And.NotContainMatch("*ghp_wrong*");
    }

    [Fact]
    public async Task Programs_read_the_same_as_json()
    {
        using var syncs = await CreateAsync();

        var answer = JsonNode.Parse((await DoctorAsync(syncs, "--format", "json")).Exits(0).Output)!;

        answer["version"]!.GetValue<int>().Should().Be(1);
        answer["findings"]!.AsArray().Should().OnlyContain(finding => finding!["level"]!.GetValue<string>() != "fail");
        answer["findings"]!.AsArray().Select(finding => finding!["check"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Should().Equal(
            "checklists", "workflow triggers", "workflow permissions", "token", "identity", "permissions", "rate limit", "repository", "branches", "labels");
    }

    private static Task<ProgramRun> DoctorAsync(Syncs syncs, params string[] arguments) => syncs.Workspace.RunAsync(syncs.Variables, ["doctor", .. arguments]);

    private async Task<Syncs> CreateAsync()
    {
        var syncs = await Syncs.CreateAsync(GitHub);
        syncs.Write("list", [("a", "One."), ("b", "Two.")]);
        syncs.Workspace.Write(".github/workflows/all.yml", Workflow);
        return syncs;
    }
}
