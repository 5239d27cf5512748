using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using VegaGate.Text;

namespace VegaGate.Tests.Text;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Says_nothing_of_what_is_the_same() => UnifiedDiff.Of("a", "x\n", "x\n").Should().BeEmpty();

    [Fact]
    public void Shows_a_changed_line_with_three_around_it() => UnifiedDiff.Of("a/b.yaml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n").Should().Be(
        "--- a/a/b.yaml\n+++ b/a/b.yaml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");

    [Theory]
    [InlineData("a b.yaml", "a/a b.yaml\t")]
    [InlineData("ü.yaml", "a/ü.yaml")]
    [InlineData("a\"\\b.yaml", "\"a/a\\042\\134b.yaml\"")]
    [InlineData("##[error]a.yaml", "\"a/##\\133error]a.yaml\"")]
    [InlineData("a\u001b\u202e.yaml", "\"a/a\\033\\342\\200\\256.yaml\"")]
    public void Writes_a_name_as_git_does(string name, string expected) => UnifiedDiff.Of(name, "1\n", "2\n").Should().StartWith($"--- {expected}\n");

    [Fact]
    public void Keeps_line_ends_and_says_where_the_last_one_is_missing() => UnifiedDiff.Of("a", "1\r\n2", "one\r\n2\n").Should().Be(
        "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n-1\r\n-2\n\\ No newline at end of file\n+one\r\n+2\n");

    [Fact]
    public void Shows_changes_that_are_far_apart_as_two() => UnifiedDiff.Of("a", Numbers(1, 30), Numbers(1, 30).Replace("\n3\n", "\nx\n", StringComparison.Ordinal).Replace("\n25\n", "\n", StringComparison.Ordinal))
        .Split('\n').Where(line => line.StartsWith("@@", StringComparison.Ordinal)).Should().Equal("@@ -1,6 +1,6 @@", "@@ -22,7 +22,6 @@");

    [Fact]
    public void Gives_up_on_the_least_difference_of_texts_that_share_nothing() =>
        Apply(Numbers(1, 3_000), UnifiedDiff.Of("a", Numbers(1, 3_000), Numbers(5_000, 3_000))).Should().Be(Numbers(5_000, 3_000));

    [Fact]
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same texts in every run.")]
    public void Makes_the_second_text_of_the_first()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 3_000; round++)
        {
            var before = Enumerable.Range(0, random.Next(40)).Select(_ => $"{random.Next(6)}\n").ToList();
            var after = before.ToList();
            for (var changes = random.Next(5); changes > 0 && after.Count > 0; changes--)
            {
                var at = random.Next(after.Count);
                if (random.Next(2) == 0)
                    after.RemoveAt(at);
                else
                    after.Insert(at, $"{random.Next(6)}\n");
            }

            var (old, @new) = (string.Concat(before), string.Concat(after));

            Apply(old, UnifiedDiff.Of("a", old, @new)).Should().Be(@new, "of {0}", old);
        }
    }

    /// <summary>Applies it as <c>patch</c> does, and insists on every line and number.</summary>
    private static string Apply(string before, string diff)
    {
        if (diff.Length == 0)
            return before;
        var old = before.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var result = new List<string>();
        var at = 0;
        var (removed, added) = (0, 0);
        foreach (var line in diff.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2))
        {
            if (line[0] == '@')
            {
                (removed, added).Should().Be((0, 0), "the numbers of the hunk before are its lines");
                var words = line.Split(' ');
                var (start, length) = Range(words[1]);
                for (var until = length == 0 ? start : start - 1; at < until; at++)
                    result.Add(old[at]);
                var (newStart, newLength) = Range(words[2]);
                (newLength == 0 ? newStart : newStart - 1).Should().Be(result.Count);
                (removed, added) = (length, newLength);
                continue;
            }

            if (line[0] is ' ' or '-')
            {
                old[at++].Should().Be(line[1..]);
                removed--;
            }

            if (line[0] is ' ' or '+')
            {
                result.Add(line[1..]);
                added--;
            }
        }

        (removed, added).Should().Be((0, 0));
        result.AddRange(old[at..]);
        return string.Concat(result.Select(line => line + "\n"));
    }

    private static (int Start, int Length) Range(string words)
    {
        var numbers = words[1..].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return (numbers[0], numbers.Count == 1 ? 1 : numbers[1]);
    }

    private static string Numbers(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(number => $"{number}\n"));
}
