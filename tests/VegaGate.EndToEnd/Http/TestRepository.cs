using System.Diagnostics;
using VegaGate.EndToEnd.Running;

namespace VegaGate.EndToEnd.Http;

/// <summary>
/// A git repository that uses the action: this project's <c>action.yml</c> and workflows, with the list that is tested in the place of the project's own, and
/// the program where the action looks for a built one. The emulated GitHub learns of every commit.
/// </summary>
internal sealed class TestRepository : IDisposable
{
    public const string List = "checklists/list.yaml";

    private static readonly string[] Source = ["src", "Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", ".editorconfig"];

    private readonly Workspace workspace = new();
    private readonly GitHubEmulator github;

    private TestRepository(GitHubEmulator github) => this.github = github;

    public string Folder => workspace.Folder;

    /// <summary>The commit that was made last.</summary>
    public string Head { get; private set; } = "";

    /// <summary>A repository with nothing but the action and the built program.</summary>
    public static async Task<TestRepository> CreateEmptyAsync(GitHubEmulator github)
    {
        var repository = new TestRepository(github);
        repository.workspace.Write("action.yml", File.ReadAllBytes(Path.Combine(Repository.Root, "action.yml")));
        repository.Copy(Path.Combine(Repository.Root, "artifacts", "program"), "dist/any");
        await repository.GitAsync("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    /// <summary>A repository with one list, on <c>main</c>.</summary>
    /// <param name="list">The text of the list.</param>
    /// <param name="path">Where the list is, and where the workflows look for it.</param>
    /// <param name="isBuilt">Whether the program lies there built, or only as source.</param>
    public static async Task<TestRepository> CreateAsync(GitHubEmulator github, string list, string path = List, bool isBuilt = true)
    {
        var repository = new TestRepository(github);
        repository.workspace.Write("action.yml", File.ReadAllBytes(Path.Combine(Repository.Root, "action.yml")));
        if (isBuilt)
            repository.Copy(Path.Combine(Repository.Root, "artifacts", "program"), "dist/any");
        foreach (var part in isBuilt ? ["global.json"] : Source)
            repository.Copy(Path.Combine(Repository.Root, part), part);
        foreach (var workflow in Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows")))
            repository.Write($".github/workflows/{Path.GetFileName(workflow)}", File.ReadAllText(workflow).Replace("checklists/vegagate-release.yaml", path, StringComparison.Ordinal));
        repository.Write(path, list);
        await repository.GitAsync("init", "--quiet", "--initial-branch=main");
        await repository.CommitAsync();
        return repository;
    }

    public TestRepository Write(string path, string text)
    {
        workspace.Write(path, text);
        return this;
    }

    public string Read(string path) => workspace.Read(path);

    public void Replace(string path, string old, string replacement) => workspace.Replace(path, old, replacement);

    /// <summary>Commits everything to the branch that is checked out, and tells the emulated GitHub.</summary>
    public async Task<string> CommitAsync()
    {
        await GitAsync("add", "--all", "--force");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", "A commit");
        Head = (await GitAsync("rev-parse", "HEAD")).Trim();
        var branch = (await GitAsync("branch", "--show-current")).Trim();
        var parent = (await GitAsync("log", "-1", "--format=%P")).Trim();
        // The first commit stands upon the one that the emulator made by itself.
        await github.SeedAsync(parent.Length == 0
            ? new { owner = "acme", name = "widgets", commits = new object[] { new { sha = Head, branch } } }
            : new { owner = "acme", name = "widgets", commits = new object[] { new { sha = Head, branch, parents = new[] { parent } } } });
        return Head;
    }

    /// <summary>Checks a new branch out.</summary>
    public Task BranchAsync(string name) => GitAsync("checkout", "--quiet", "-b", name);

    /// <summary>Tags the head, and tells the emulated GitHub.</summary>
    public async Task TagAsync(string name)
    {
        await GitAsync("tag", name);
        await github.SeedAsync(new { owner = "acme", name = "widgets", tags = new[] { new { name, sha = Head } } });
    }

    public void Dispose() => workspace.Dispose();

    private async Task<string> GitAsync(params string[] arguments)
    {
        var description = new ProcessStartInfo("git", ["-c", "user.name=Tests", "-c", "user.email=tests@example.com", "-c", "core.autocrlf=false", "-c", "core.compression=1", "-c", "gc.auto=0", .. arguments])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return (await VegaGateProgram.RunAsync(description, TimeSpan.FromSeconds(60))).Exits(0).Output;
    }

    private void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            workspace.Write(to, File.ReadAllBytes(from));
            return;
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file).Replace('\\', '/');
            if (!$"/{relative}".Contains("/bin/", StringComparison.Ordinal) && !$"/{relative}".Contains("/obj/", StringComparison.Ordinal) && !relative.EndsWith(".pdb", StringComparison.Ordinal))
                workspace.Write($"{to}/{relative}", File.ReadAllBytes(file));
        }
    }
}
