using VegaGate.Cli.Composition;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.Tests.Cli.Composition;

public sealed class WorkingTreeTests : IDisposable
{
    private static readonly string[] Files = ["docs/plan.md", "docs/old/plan.md", "a.txt"];

    private readonly ProgramFolder _folder = new();

    public WorkingTreeTests()
    {
        foreach (var file in Files.Append(".git/HEAD"))
            _folder.Write(file, "text");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("docs/plan.md", true)]
    [InlineData("./docs/plan.md", true)]
    [InlineData("docs/PLAN.md", false)]
    [InlineData("docs/missing.md", false)]
    [InlineData("docs", false)]
    [InlineData("docs/", true)]
    [InlineData("missing/", false)]
    [InlineData("docs/*.md", true)]
    [InlineData("*.md", false)]
    [InlineData("*/old/*", true)]
    [InlineData("docs/*/plan.md", true)]
    [InlineData("d*plan.md", false)]
    [InlineData("**/plan.md", true)]
    [InlineData("?.txt", true)]
    [InlineData("docs/../a.txt", false)]
    [InlineData(".git/HEAD", false)]
    [InlineData("**/HEAD", false)]
    public async Task Answers_as_the_files_of_a_commit_would(string path, bool expected)
    {
        (await new WorkingTree(_folder.Path).FileExistsAsync(path, CancellationToken.None)).Should().Be(expected);
        Files.Any(new PathPattern(path).IsMatch).Should().Be(expected, "GitHub is asked in this way");
    }

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("docs/../../a.txt")]
    public async Task A_path_that_leaves_the_repository_is_refused(string path)
    {
        var ask = () => new WorkingTree(_folder.Path).FileExistsAsync(path, CancellationToken.None);

        await ask.Should().ThrowAsync<TrackerException>();
    }
}
