using System.Globalization;
using System.Text;
using VegaGate.Cli;
using VegaGate.Cli.Composition;
using VegaGate.Conditions;

namespace VegaGate.Tests.Cli.Composition;

public sealed class GitCommitFilesTests : IDisposable
{
    private readonly ProgramFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_those_of_the_commit_and_not_of_the_folder()
    {
        var first = Commit(("a.txt", "first"), ("docs/b.md", "b"), ("empty", ""));
        Commit(("a.txt", "second"), ("later.txt", "later"));
        _folder.Write("a.txt", "changed").Write("untracked.txt", "untracked");

        var files = Files(first);

        files.List().Select(file => $"{file.Path} {file.Size}").Should().Equal("a.txt 5", "docs/b.md 1", "empty 0");
        files.Read(files.List()).Select(Encoding.UTF8.GetString).Should().Equal("first", "b", "");
        Read(Files(null), "a.txt").Should().Be("second");
    }

    [Fact]
    public void Links_and_other_repositories_are_no_files()
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.Git("init", "--quiet");
        File.CreateSymbolicLink(_folder.Of("link"), "/etc/passwd");
        Directory.CreateSymbolicLink(_folder.Of("folder"), "/etc");
        _folder.Write("a.txt", "a");
        _folder.Git("add", "-A");
        _folder.Git("update-index", "--add", "--cacheinfo", "160000,0123456789012345678901234567890123456789,other");
        _folder.Git("commit", "--quiet", "-m", "links");

        Files(null).List().Select(file => file.Path).Should().Equal("a.txt");
    }

    [Fact]
    public void Contents_come_whole_whatever_is_in_them()
    {
        _folder.Git("init", "--quiet");
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        File.WriteAllBytes(_folder.Of("bytes"), bytes);
        File.WriteAllBytes(_folder.Of("large"), new byte[18 * 1024 * 1024]);
        for (var i = 0; i < 50; i++)
            _folder.Write($"many/{i:D2} \u00E4\t.txt", $"blob 5\n{i}\n");
        _folder.Write(".gitattributes", "* export-ignore text eol=crlf\n");
        var sha = Commit();

        var files = Files(sha);
        var contents = files.List().Zip(files.Read(files.List())).ToDictionary(pair => pair.First.Path, pair => pair.Second, StringComparer.Ordinal);

        contents.Should().HaveCount(53);
        contents["bytes"].Should().Equal(bytes);
        contents["large"].Length.Should().Be(18 * 1024 * 1024);
        Encoding.UTF8.GetString(contents["many/07 \u00E4\t.txt"]).Should().Be("blob 5\n7\n");
    }

    [Theory]
    [InlineData("0123456789012345678901234567890123456789", "the checkout does not have the commit 0123456789012345678901234567890123456789; check out with `fetch-depth: 0`")]
    [InlineData("main", "main is not the full id of a commit")]
    [InlineData("--all", "the checkout does not have the commit --all; check out with `fetch-depth: 0`")]
    public void Another_commit_than_the_one_that_is_asked_for_is_no_answer(string sha, string problem)
    {
        Commit(("a.txt", "a"));

        FluentActions.Invoking(() => Files(sha).List()).Should().Throw<UnansweredException>().WithMessage(problem);
    }

    [Fact]
    public void A_short_id_is_no_answer()
    {
        var sha = Commit(("a.txt", "a"));

        FluentActions.Invoking(() => Files(sha[..10]).List()).Should().Throw<UnansweredException>().WithMessage("*not the full id of a commit");
    }

    [Fact]
    public void Without_a_repository_or_git_there_is_no_answer()
    {
        FluentActions.Invoking(() => Files(null).List()).Should().Throw<UnansweredException>().WithMessage("the working directory is in no git repository*");
        _folder.Variables["PATH"] = "";
        FluentActions.Invoking(() => Files(null).List()).Should().Throw<UnansweredException>().WithMessage("git is not installed*");
    }

    [Fact]
    public void Paths_are_from_the_root_of_the_repository()
    {
        Commit(("a.txt", "a"), ("inner/b.txt", "b"));
        var files = new GitCommitFiles(Surroundings(_folder.Of("inner")), null);

        files.List().Select(file => file.Path).Should().Equal("a.txt", "inner/b.txt");
        files.FindLastChange("a.txt").Should().NotBeNull();
    }

    [Fact]
    public void The_last_change_is_dated_by_its_commit()
    {
        Commit(("a.txt", "a"));
        _folder.Git("commit", "--quiet", "--amend", "--no-edit", "--date", "2020-01-01T00:00:00Z");
        var date = DateTimeOffset.Parse(_folder.Git("log", "-1", "--format=%cI"), CultureInfo.InvariantCulture);
        Commit(("b.txt", "b"));

        Files(null).FindLastChange("a.txt").Should().Be(date, "the author may write any date");
        Files(null).FindLastChange("missing.txt").Should().BeNull();
    }

    [Fact]
    public void A_history_that_is_not_whole_dates_nothing()
    {
        Commit(("a.txt", "a"));
        Commit(("b.txt", "b"));
        using var shallow = new ProgramFolder();
        shallow.Git("clone", "--quiet", "--depth", "1", "file://" + _folder.Path, "copy");

        var files = new GitCommitFiles(Surroundings(shallow.Of("copy")), null);

        files.List().Should().HaveCount(2);
        FluentActions.Invoking(() => files.FindLastChange("a.txt")).Should().Throw<UnansweredException>().WithMessage("the checkout has not the whole history; check out with `fetch-depth: 0`");
    }

    [Fact]
    public void On_the_disk_links_are_no_files_wherever_they_lead()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var outside = new ProgramFolder().Write("secret.txt", "secret");
        _folder.Write("a.txt", "a").Write("inner/b.txt", "b").Write(".vegagate/tracker.json", "{}").Write(".git/HEAD", "x");
        File.CreateSymbolicLink(_folder.Of("link.txt"), outside.Of("secret.txt"));
        File.CreateSymbolicLink(_folder.Of("own.txt"), _folder.Of("a.txt"));
        Directory.CreateSymbolicLink(_folder.Of("folder"), outside.Path);
        var files = new WorkingFiles(Surroundings(_folder.Path));

        files.List().Select(file => file.Path).Should().Equal("a.txt", "inner/b.txt");
        files.Read(files.List()).Select(Encoding.UTF8.GetString).Should().Equal("a", "b");
    }

    [Fact]
    public void On_the_disk_of_a_repository_tracked_files_count_as_they_lie_there()
    {
        if (OperatingSystem.IsWindows())
            return;
        Commit(("a.txt", "a"), ("gone.txt", "gone"), ("turned.txt", "x"), ("turned/b.txt", "b"));
        File.Delete(_folder.Of("gone.txt"));
        File.Delete(_folder.Of("turned.txt"));
        File.CreateSymbolicLink(_folder.Of("turned.txt"), "/etc/passwd");
        Directory.Delete(_folder.Of("turned"), recursive: true);
        Directory.CreateSymbolicLink(_folder.Of("turned"), "/etc");
        _folder.Write("a.txt", "changed").Write("untracked.txt", "x");

        var files = new WorkingFiles(Surroundings(_folder.Path));

        files.List().Select(file => file.Path).Should().Equal("a.txt");
        files.Read(files.List()).Select(Encoding.UTF8.GetString).Should().Equal("changed");
        files.FindLastChange("a.txt").Should().NotBeNull();
    }

    [Fact]
    public void A_file_that_changes_between_listing_and_reading_is_no_answer()
    {
        _folder.Write("a.txt", "a");
        var files = new WorkingFiles(Surroundings(_folder.Path));
        var listed = files.List();
        _folder.Write("a.txt", "longer");

        FluentActions.Invoking(() => files.Read(listed).ToArray()).Should().Throw<UnansweredException>().WithMessage("a.txt changes while it is read");
    }

    private string Commit(params (string Path, string Text)[] files)
    {
        _folder.Git("init", "--quiet");
        foreach (var (path, text) in files)
            _folder.Write(path, text);
        _folder.Git("add", "-A");
        _folder.Git("commit", "--quiet", "--allow-empty", "-m", "change");
        return _folder.Git("rev-parse", "HEAD");
    }

    private GitCommitFiles Files(string? sha) => new(Surroundings(_folder.Path), sha);

    private static string Read(GitCommitFiles files, string path) => Encoding.UTF8.GetString(files.Read([.. files.List().Where(file => file.Path == path)]).Single());

    private Surroundings Surroundings(string directory) => new(TextWriter.Null, TextWriter.Null, false, directory, TimeProvider.System, _folder.Variables.GetValueOrDefault);
}
