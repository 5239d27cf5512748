using System.Diagnostics;
using VegaGate.Cli;
using VegaGate.Cli.Composition;
using VegaGate.Gate;
using VegaGate.Tests.Rules;
using VegaGate.Tracking;

namespace VegaGate.Tests.Gate;

/// <summary>Against a real repository: the accounts are the authors' names.</summary>
public sealed class TextAuthorsTests : IDisposable
{
    private const string Path = "lists/list.yaml";

    private readonly string _folder = Directory.CreateTempSubdirectory("vegagate-history-").FullName;

    public TextAuthorsTests() => Git("init", "--quiet", "--initial-branch=main");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_last_change_of_what_is_signed_off_counts_and_no_other()
    {
        Commit("ann", List("Do it", "It works"));
        Commit("bob", List("Do it", "It works well"));
        Commit("cyd", "# A comment, and all lines move\n" + List("Do it", "It works well"));
        Commit("dan", List("Do it", "It works well", more: "status: done"));

        (await FindAsync()).Should().Be("bob");
    }

    [Fact]
    public async Task Taking_something_out_is_a_change()
    {
        Commit("ann", List("Do it", "It works"));
        Commit("bob", List("Do it", null));

        (await FindAsync()).Should().Be("bob");
    }

    [Fact]
    public async Task A_renamed_file_keeps_its_history()
    {
        Commit("ann", List("Do it", "It works"));
        Git("mv", Path, "lists/other.yaml");
        Git("mv", "lists/other.yaml", "moved.yaml");
        Git("-c", "user.name=bob", "-c", "user.email=bob@example.com", "commit", "--quiet", "-m", "move");

        (await FindAsync("moved.yaml")).Should().Be("ann");
    }

    [Fact]
    public async Task A_renamed_item_keeps_its_history()
    {
        Commit("ann", List("Do it", "It works"));
        Commit("bob", List("Do it", "It works", more: "was: x", id: "y"));

        (await FindAsync(id: "y")).Should().Be("ann");
    }

    [Fact]
    public async Task A_merge_is_not_the_author_of_what_it_brings()
    {
        Commit("ann", List("Do it", "It works"));
        Git("checkout", "--quiet", "-b", "side");
        Commit("bob", List("Do it", "It works well"));
        Git("checkout", "--quiet", "main");
        File.WriteAllText(PathOf("unrelated"), "x");
        Git("add", ".");
        Git("-c", "user.name=cyd", "-c", "user.email=cyd@example.com", "commit", "--quiet", "-m", "else");
        Git("-c", "user.name=dan", "-c", "user.email=dan@example.com", "merge", "--quiet", "--no-ff", "-m", "merge", "side");

        (await FindAsync()).Should().Be("bob");
    }

    [Fact]
    public async Task A_change_that_no_commit_has_is_of_nobody()
    {
        Commit("ann", List("Do it", "It works"));
        File.WriteAllText(PathOf(Path), List("Do it", "It works better"));

        (await FindAsync()).Should().Be("no commit has this text: commit the file, or look whether its history is complete");
    }

    [Fact]
    public async Task A_shallow_checkout_knows_nobody()
    {
        Commit("ann", List("Do it", "It works"));
        Commit("bob", List("Do it", "It works well"));
        var shallow = Directory.CreateTempSubdirectory("vegagate-shallow-").FullName;
        try
        {
            Run(shallow, "clone", "--quiet", "--depth=1", "file://" + _folder, "copy");

            new Action(() => GitTextHistory.Open(In(System.IO.Path.Combine(shallow, "copy")))).Should().Throw<TrackerException>().WithMessage("the checkout has not the whole history; check out with `fetch-depth: 0`");
        }
        finally
        {
            Directory.Delete(shallow, recursive: true);
        }
    }

    private static string List(string title, string? pass, string more = "", string id = "x") =>
        $"checklist: list\ntitle: A list\nsections:\n  - id: one\n    title: One\n    items:\n      - id: {id}\n        title: {title}\n{(pass is null ? "" : $"        pass: {pass}\n")}{(more.Length == 0 ? "" : $"        {more}\n")}";

    private async Task<string> FindAsync(string path = Path, string id = "x")
    {
        var list = VegaGate.Checklists.ChecklistBinder.Bind(RuleChecking.Read(File.ReadAllText(PathOf(path)), path))!;
        var authors = await new TextAuthors(GitTextHistory.Open(In(_folder)), (commit, _) => Task.FromResult<Actor?>(new Actor(Git("show", "-s", "--format=%an", commit).Trim(), 0, IsBot: false)))
            .FindAsync(list, CancellationToken.None);
        return authors[id].Author?.Login ?? authors[id].Problem!;
    }

    private void Commit(string author, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(Path))!);
        File.WriteAllText(PathOf(Path), text);
        Git("add", ".");
        Git("-c", $"user.name={author}", "-c", $"user.email={author}@example.com", "commit", "--quiet", "-m", "change");
    }

    private static Surroundings In(string folder) => new(TextWriter.Null, TextWriter.Null, false, folder, TimeProvider.System, Environment.GetEnvironmentVariable);

    private string PathOf(string path) => System.IO.Path.Combine(_folder, path);

    private string Git(params string[] arguments) => Run(_folder, arguments);

    private static string Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, process.StandardError.ReadToEnd());
        return text;
    }
}
