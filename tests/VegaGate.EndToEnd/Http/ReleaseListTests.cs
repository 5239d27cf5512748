using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>This project's own list, which is walked for each release.</summary>
public sealed class ReleaseListTests : HttpTests
{
    private const string Path = "checklists/vegagate-release.yaml";

    [Fact]
    public async Task Each_tag_has_issues_of_its_own_and_makes_them_once()
    {
        using var repository = await TestRepository.CreateAsync(GitHub, await File.ReadAllTextAsync(System.IO.Path.Combine(Repository.Root, Path)), Path);

        // Without a release there is nothing to make.
        (await Events.Push().RunAsync(repository, GitHub)).Ends("success").LogText.Should().Contain("vegagate-release is walked for each release and is left out");
        (await GitHub.IssuesAsync()).Should().BeEmpty();

        (await Events.Tag("v1.0.0").RunAsync(repository, GitHub)).Ends("failure").Jobs["deploy"].Result.Should().Be("skipped");
        var first = await GitHub.IssuesAsync();
        first.Should().HaveCount(15).And.OnlyContain(issue =>
            issue.Labels.Contains("release:v1.0.0") && issue.Milestone == "VegaGate v1.0.0" && issue.Identity.StartsWith("vegagate-release@v1.0.0/", StringComparison.Ordinal) && issue.Assignees.IsEmpty);

        await GitHub.ResetAsync();
        (await Events.Tag("v1.0.0").RunAsync(repository, GitHub)).Ends("failure");
        (await GitHub.RequestsOfJobsAsync()).Should().NotBeEmpty().And.NotContain(request => request.IsWrite && !request.Path.Contains("/statuses/", StringComparison.Ordinal), "a commit status alone says what the gate says");

        (await Events.Tag("v1.1.0").RunAsync(repository, GitHub)).Ends("failure").StepOf("gate", "May it go?").Outputs.Should().Contain("reason-code", "open");
        var all = await GitHub.IssuesAsync();
        all.Should().HaveCount(30);
        all.Count(issue => issue.Milestone == "VegaGate v1.1.0" && issue.Labels.Contains("release:v1.1.0", StringComparer.Ordinal)).Should().Be(15);
    }
}
