namespace VegaGate.EndToEnd.Http;

/// <summary>Answers that a run leaves for the next one in the same folder. That GitHub answers 304 as the proxy does is the proxy's own word.</summary>
[Trait("Witness", "own word")]
public sealed class KeptAnswersTests : HttpTests
{
    [Fact]
    public async Task What_is_current_is_not_sent_again_what_changed_is_and_the_gate_reads_everything_anew()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, Lists.Small);
        repository.Write(".github/workflows/kept.yml", """
            on: [push]
            jobs:
              kept:
                runs-on: ubuntu-24.04
                permissions: { contents: read, issues: write, pull-requests: read, statuses: write }
                steps:
                  - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8
                  - { name: First, uses: ./, with: { command: apply } }
                  - { name: Second, uses: ./, with: { command: apply } }
                  - { name: Third, uses: ./, with: { command: plan } }
                  - { name: Gate, uses: ./, continue-on-error: true, with: { command: gate } }
                  - { name: What is left, run: "git status --porcelain; ls -A .vegagate/cache" }

            """);

        var report = (await Events.Push("kept.yml").RunAsync(repository, GitHub)).Ends("success");

        var lists = (await GitHub.RequestsOfJobsAsync()).Where(request => request.Method == "GET" && request.Path == "/repos/acme/widgets/issues").Select(request => request.Status);
        lists.Should().Equal([200, 200, 200, 304, 200], "the first run looks a second way before it makes anything");
        (await GitHub.RequestsOfJobsAsync()).SkipWhile(request => request.Status != 304).Skip(1).Should().OnlyContain(request => request.Status != 304);
        report.Log.Where(line => line.Step == "What is left").Select(line => line.Text).Skip(1).Should().Equal(".gitignore", "github");
    }
}
