using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using VegaGate.Cli;
using VegaGate.Cli.Checklists;
using VegaGate.Syntax;

namespace VegaGate.Tests.Cli.Checklists;

/// <summary>What can stand in a folder besides checklists: each is one finding, and the checklists beside it are read.</summary>
[SuppressMessage("Interoperability", "CA1416:Validate platform compatibility", Justification = "Where the system has no such thing, there is nothing to find.")]
public sealed class ChecklistFilesTests : IDisposable
{
    private const string Good = "checklist: good\n";

    private readonly string _outside = Directory.CreateTempSubdirectory("vegagate-outside-").FullName;
    private readonly string _folder = RealPath.Of(Directory.CreateTempSubdirectory("vegagate-files-").FullName)!;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_outside, recursive: true);
    }

    [Fact]
    public void Refuses_a_folder_that_is_named_like_a_list_and_reads_what_is_in_it()
    {
        Write("lists/x.yaml/inner.yml");
        Directory.CreateDirectory(PathOf("lists/y.yaml"));

        Read("lists").Should().Equal(NamedLikeAList("lists/x.yaml"), "lists/x.yaml/inner.yml", NamedLikeAList("lists/y.yaml"));
        Read("lists/y.yaml").Should().Equal(NamedLikeAList("lists/y.yaml"));
    }

    [Fact]
    public void Refuses_a_dangling_link_and_reads_what_stands_beside_it()
    {
        Write("lists/z.yaml");
        File.CreateSymbolicLink(PathOf("lists/a.yaml"), "nowhere.yaml");

        Read("lists").Should().Equal("lists/a.yaml: This file cannot be read: it is a link to something that is not there.", "lists/z.yaml");
        Read("lists/a.yaml").Should().ContainSingle();
    }

    [Fact]
    public void Refuses_links_that_lead_in_a_circle()
    {
        Write("lists/z.yaml");
        File.CreateSymbolicLink(PathOf("lists/a.yaml"), "b.yaml");
        File.CreateSymbolicLink(PathOf("lists/b.yaml"), "a.yaml");

        Read("lists").Should().HaveCount(3).And.OnlyContain(line => line == "lists/z.yaml" || line.EndsWith("it is a link to something that is not there.", StringComparison.Ordinal));
    }

    [Fact]
    public void Refuses_a_link_that_leaves_the_workspace()
    {
        File.WriteAllText(Path.Combine(_outside, "secret.yaml"), Good);
        Write("lists/z.yaml");
        File.CreateSymbolicLink(PathOf("lists/a.yaml"), Path.Combine(_outside, "secret.yaml"));
        Directory.CreateSymbolicLink(PathOf("away"), _outside);

        Read("lists").Should().Equal("lists/a.yaml: This file cannot be read: it is a link that leaves the working directory.", "lists/z.yaml");
        Read("away").Should().Equal("away: This file cannot be read: it is a link that leaves the working directory.");
        Read("away/secret.yaml").Should().Equal("away/secret.yaml: This file cannot be read: it is a link that leaves the working directory.");
    }

    [Fact]
    public void Refuses_a_folder_below_a_named_one_that_is_a_link_out_of_the_workspace()
    {
        File.WriteAllText(Path.Combine(_outside, "secret.yaml"), Good);
        Write("lists/z.yaml");
        Write("shared/one.yaml");
        Directory.CreateSymbolicLink(PathOf("lists/away"), _outside);
        Directory.CreateSymbolicLink(PathOf("lists/near"), PathOf("shared"));

        Read("lists").Should().Equal("lists/away: This folder cannot be read: it is a link that leaves the working directory.", "lists/z.yaml");
    }

    [Fact]
    public void Refuses_a_name_that_is_not_UTF_8()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Write("lists/z.yaml");
        Shell("printf x > \"$0/$(printf '\\377.yaml')\"");

        Read("lists").Should().Equal("lists/z.yaml", "lists/\uFFFD.yaml: This file cannot be read: its name is not UTF-8; rename it.");
        Shell("rm \"$0\"/?.yaml \"$0/$(printf '\\377.yaml')\"");

        void Shell(string script)
        {
            using var shell = Process.Start("sh", ["-c", script, PathOf("lists")]);
            shell.WaitForExit();
        }
    }

    [Fact]
    public void Reads_a_path_outside_the_workspace_that_was_named_as_such()
    {
        File.WriteAllText(Path.Combine(_outside, "other.yaml"), Good);

        Read(_outside).Should().ContainSingle().Which.Should().EndWith("/other.yaml");
    }

    [Fact]
    public void Follows_a_link_inside_the_workspace_and_reads_a_file_once()
    {
        Write("shared/one.yaml");
        Directory.CreateDirectory(PathOf("lists"));
        File.CreateSymbolicLink(PathOf("lists/a.yaml"), "../shared/one.yaml");
        File.CreateSymbolicLink(PathOf("lists/b.yaml"), "a.yaml");

        Read("lists").Should().Equal("shared/one.yaml");
        Read("lists", "shared", "shared/one.yaml", "./lists/../shared").Should().Equal("shared/one.yaml");
    }

    [Fact]
    public void Waits_for_no_pipe_socket_or_device()
    {
        Write("lists/z.yaml");
        if (OperatingSystem.IsWindows())
            return;
        using (var make = Process.Start("mkfifo", [PathOf("lists/pipe.yaml")]))
            make.WaitForExit();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(PathOf("lists/socket.yaml")));

        Read("lists").Should().Equal(
            "lists/pipe.yaml: This file cannot be read: it is a pipe, a socket or a device.",
            "lists/socket.yaml: This file cannot be read: it is a pipe, a socket or a device.",
            "lists/z.yaml");
        Read("/dev/zero").Should().ContainSingle().Which.Should().StartWith("/dev/zero: The file has more than the 10 MiB");
    }

    [Theory]
    [InlineData(typeof(UnauthorizedAccessException), "it is not readable for the account that runs this")]
    [InlineData(typeof(FileNotFoundException), "it is not there any more")]
    [InlineData(typeof(PathTooLongException), "its path is too long")]
    public void Says_why_a_file_cannot_be_read(Type failure, string words) =>
        ChecklistFile.Explain((Exception)Activator.CreateInstance(failure)!).Should().Be(words);

    [Fact]
    public void Refuses_a_file_that_was_there_when_it_was_found()
    {
        Write("lists/a.yaml");
        Write("lists/z.yaml");
        var files = Find("lists");
        File.Delete(PathOf("lists/a.yaml"));

        files.Select(file => Describe(file.Read())).Should().Equal("lists/a.yaml: This file cannot be read: it is not there any more.", "lists/z.yaml");
    }

    [Fact]
    public void A_backslash_in_a_name_is_not_shown_as_another_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write(@"lists/a\b.yaml");
        Write("lists/a/b.yaml");

        Read("lists").Should().Equal("lists/a/b.yaml", @"lists/a\u005cb.yaml");
    }

    [Fact]
    public void Refuses_a_name_with_a_line_feed_and_shows_it_in_one_line()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("lists/a\n::error::b.yaml");
        Write("lists/z.yaml");

        Read("lists").Should().Equal(@"lists/a\u000a::error::b.yaml: This file cannot be read: its name holds a line feed or another control character; rename it.", "lists/z.yaml");
    }

    [Fact]
    public void Reads_no_more_of_a_large_file_than_shows_that_it_is_too_large()
    {
        Write("lists/z.yaml");
        using (var large = File.Create(PathOf("lists/a.yaml")))
            large.SetLength(100_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read("lists").Should().HaveCount(2).And.HaveElementAt(0, "lists/a.yaml: The file has more than the 10 MiB that a checklist may have. Split the checklist into several files.");

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(64 * 1024 * 1024);
    }

    [Fact]
    public void Reads_as_many_files_as_it_may_and_says_that_there_are_more()
    {
        Directory.CreateDirectory(PathOf("lists"));
        for (var number = 0; number <= FileSearch.MaxFiles; number++)
            File.WriteAllBytes(PathOf($"lists/{number:D5}.yaml"), []);

        var files = Find("lists");

        files.Should().HaveCount(FileSearch.MaxFiles + 1);
        files[^1].Shown.Should().Be($"lists/{FileSearch.MaxFiles - 1:D5}.yaml");
        Describe(files[0].Read()).Should().Be("lists: There are more than 5,000 files, and no more than the first of them are read; name fewer folders in one call.");
    }

    [Fact]
    public void Refuses_folders_that_are_too_deep()
    {
        Write("lists/z.yaml");
        Write("lists/" + string.Concat(Enumerable.Repeat("d/", 40)) + "a.yaml");

        Read("lists").Should().HaveCount(2).And.HaveElementAt(1, "lists/z.yaml").And.HaveElementAt(0, "lists/" + string.Join('/', Enumerable.Repeat("d", 33)) + ": This folder cannot be read: it stands more than 32 folders deep.");
    }

    [Fact]
    public void Refuses_a_call_that_names_nothing()
    {
        Directory.CreateDirectory(PathOf("lists"));

        this.Invoking(tests => tests.Find("nowhere")).Should().Throw<UsageException>();
        this.Invoking(tests => tests.Find("lists")).Should().Throw<UsageException>();
    }

    private static string NamedLikeAList(string folder) => $"{folder}: This folder cannot be read: it is named like a list; rename it.";

    private static string Describe(YamlTree tree) => tree.Diagnostics.IsEmpty ? tree.Source.Path : $"{tree.Source.Path}: {tree.Diagnostics.Should().ContainSingle().Subject.Message}";

    private ImmutableArray<ChecklistFile> Find(params string[] paths) =>
        ChecklistFiles.Find(paths, new Surroundings(TextWriter.Null, TextWriter.Null, false, _folder, TimeProvider.System, _ => null));

    private string[] Read(params string[] paths) => [.. Find(paths).Select(file => Describe(file.Read()))];

    private string PathOf(string path) => Path.Combine(_folder, path);

    private void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), Good);
    }
}
