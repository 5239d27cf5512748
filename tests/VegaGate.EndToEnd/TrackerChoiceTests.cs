using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd;

public sealed class TrackerChoiceTests : IDisposable
{
    private const string List = """
        checklist: small
        title: Small
        people: { ann: { name: Ann, github: ann } }
        sections:
          - id: all
            title: All
            items:
              - { id: "1", title: One, owners: [ann], pass: It is there. }
        """;

    private readonly Workspace _workspace = Workspace.With(List);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Outside_CI_the_embedded_tracker_is_taken_and_named()
    {
        foreach (var command in new[] { "plan", "apply", "run" })
            (await _workspace.RunAsync(command)).Exits(0).Output.Should().Contain("(embedded tracker, .vegagate/tracker.json)");
        (await _workspace.RunAsync("say", "1", "/start", "--as", "ann")).Exits(0).Output.Should().Contain("(embedded tracker, .vegagate/tracker.json)");
        (await _workspace.RunAsync("gate")).Exits(1).Output.Should().Contain("(embedded tracker, .vegagate/tracker.json)");
    }

    [Fact]
    public async Task A_repository_in_the_environment_decides_nothing_outside_CI()
    {
        var run = (await _workspace.RunAsync(VegaGateProgram.Variables(("GITHUB_REPOSITORY", "acme/widgets")), "apply")).Exits(0);

        run.Output.Should().Contain("(embedded tracker, .vegagate/tracker.json)");
        _workspace.Tracker.Issues.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("CI", "plan")]
    [InlineData("CI", "apply")]
    [InlineData("CI", "gate")]
    [InlineData("CI", "run")]
    public async Task Under_CI_no_tracker_is_taken_by_itself(string variable, string command)
    {
        (await _workspace.RunAsync(VegaGateProgram.Variables((variable, "true")), command)).IsRefused(
            "no tracker is chosen, and under CI none is taken by itself: pass --tracker local, or name the `repository` in .vegagate.yaml.");

        Directory.Exists(Path.GetDirectoryName(_workspace.TrackerFile)).Should().BeFalse();
    }

    [Fact]
    public async Task GitHub_without_a_repository_is_refused_with_what_to_do()
    {
        (await _workspace.RunAsync(VegaGateProgram.NoVariables, "plan", "--tracker", "github")).IsRefused(
            "the repository on GitHub is not known: name the `repository` in .vegagate.yaml, or set GITHUB_REPOSITORY to owner/name in the environment.");
    }

    [Fact]
    public async Task Under_CI_the_embedded_tracker_is_taken_when_it_is_named()
    {
        (await _workspace.RunAsync(VegaGateProgram.Variables(("CI", "true")), "apply", "--tracker", "local")).Exits(0)
            .Output.Should().Contain("(embedded tracker, .vegagate/tracker.json)");
    }

    [Fact]
    public async Task In_a_workflow_without_a_repository_no_tracker_is_taken()
    {
        (await _workspace.RunAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["GITHUB_ACTIONS"] = "true" }, "gate")).Exits(2).Output.Should().Be(
            "::error::no tracker is chosen, and under CI none is taken by itself: pass --tracker local, or name the `repository` in .vegagate.yaml.\n");
    }

    [Fact]
    public async Task In_a_workflow_the_repository_is_taken_and_asks_for_a_token()
    {
        var workflow = VegaGateProgram.Variables(("CI", "true"), ("GITHUB_ACTIONS", "true"), ("GITHUB_REPOSITORY", "acme/widgets"));

        (await _workspace.RunAsync(workflow, "gate")).Exits(2).Output.Should().Be("::error::GitHub needs a token: set GITHUB_TOKEN in the environment.\n");
    }
}
