using System.Text;
using VegaGate.Cli.Cache;
using VegaGate.GitHub.Rest;

namespace VegaGate.Tests.Cli.Cache;

public sealed class FileAnswerCacheTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("vegagate-").FullName;

    private string Kept => Path.Combine(_root, FileAnswerCache.DefaultPath);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Answers_are_found_by_the_next_run()
    {
        Run(cache =>
        {
            cache.Keep("a", Answer("one", "<next>"));
            cache.Keep("ä", Answer(""));
        });

        Run(cache =>
        {
            TextOf(cache.Find("a")).Should().Be("tag one <next>");
            TextOf(cache.Find("ä")).Should().Be("tag  ");
            cache.Find("b").Should().BeNull();
        });
        Directory.GetFiles(Path.GetDirectoryName(Kept)!).Select(Path.GetFileName).Should().BeEquivalentTo(".gitignore", "github");
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(Kept)!, ".gitignore")).Should().Be("*\n");
    }

    [Fact]
    public void What_a_run_does_not_use_is_dropped()
    {
        Run(cache =>
        {
            cache.Keep("used", Answer("1"));
            cache.Keep("unused", Answer("2"));
        });
        Run(cache => cache.Find("used"));

        Run(cache =>
        {
            cache.Find("used").Should().NotBeNull();
            cache.Find("unused").Should().BeNull();
        });
    }

    [Fact]
    public void What_is_forgotten_is_gone()
    {
        Run(cache => cache.Keep("a", Answer("1")));
        Run(cache =>
        {
            cache.Find("a");
            cache.Forget("a");
            cache.Find("a").Should().BeNull();
        });

        Run(cache => cache.Find("a").Should().BeNull());
    }

    [Fact]
    public void A_file_that_changed_in_any_byte_is_taken_for_none()
    {
        Run(cache => cache.Keep("a", Answer("one")));
        var whole = File.ReadAllBytes(Kept);

        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x55;
            File.WriteAllBytes(Kept, damaged);
            FileAnswerCache.Open(_root).Find("a").Should().BeNull("byte {0} is another", at);
            File.WriteAllBytes(Kept, whole[..at]);
            FileAnswerCache.Open(_root).Find("a").Should().BeNull("it ends after {0} bytes", at);
        }

        File.WriteAllText(Kept, "something else");
        Run(cache => cache.Keep("b", Answer("two")));
        Run(cache => cache.Find("b").Should().NotBeNull());
    }

    [Fact]
    public void The_file_has_a_bound()
    {
        var half = new KeptAnswer("tag", new byte[FileAnswerCache.MaxBytes / 2], null);
        Run(cache =>
        {
            cache.Keep("1", half);
            cache.Keep("2", half);
            cache.Keep("3", Answer("small"));
        });

        new FileInfo(Kept).Length.Should().BeLessThanOrEqualTo(FileAnswerCache.MaxBytes);
        Run(cache => cache.Find("3").Should().NotBeNull());

        File.WriteAllBytes(Kept, new byte[FileAnswerCache.MaxBytes + 1]);
        FileAnswerCache.Open(_root).Find("3").Should().BeNull();
    }

    [Fact]
    public void Nothing_is_written_through_a_link_of_the_checkout()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(_root, "elsewhere")).FullName;
        Directory.CreateDirectory(Path.Combine(_root, ".vegagate"));
        Directory.CreateSymbolicLink(Path.Combine(_root, ".vegagate/cache"), elsewhere);

        Run(cache => cache.Keep("a", Answer("1")));

        Directory.GetFiles(elsewhere).Should().BeEmpty();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_keeps_nothing()
    {
        File.WriteAllText(Path.Combine(_root, ".vegagate"), "a file");

        Run(cache => cache.Keep("a", Answer("1")));

        Run(cache => cache.Find("a").Should().BeNull());
    }

    [Fact]
    public void A_run_that_asks_nothing_touches_nothing()
    {
        Run(_ => { });

        Directory.GetFileSystemEntries(_root).Should().BeEmpty();
    }

    private void Run(Action<FileAnswerCache> work)
    {
        using var cache = FileAnswerCache.Open(_root);
        work(cache);
    }

    private static KeptAnswer Answer(string body, string? link = null) => new("tag", Encoding.UTF8.GetBytes(body), link);

    private static string TextOf(KeptAnswer? answer) => $"{answer!.ETag} {Encoding.UTF8.GetString(answer.Body.Span)} {answer.Link}";
}
