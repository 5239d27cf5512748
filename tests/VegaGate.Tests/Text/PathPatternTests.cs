using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using VegaGate.Text;

namespace VegaGate.Tests.Text;

[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same patterns in every run.")]
public sealed class PathPatternTests
{
    [Theory]
    [InlineData("a.yaml", "a.yaml", true)]
    [InlineData("./a.yaml", "a.yaml", true)]
    [InlineData("a.yaml", "A.yaml", false)]
    [InlineData("a.yaml", "b/a.yaml", false)]
    [InlineData("*.yaml", "a.yaml", true)]
    [InlineData("*.yaml", ".yaml", true)]
    [InlineData("*.yaml", "b/a.yaml", false)]
    [InlineData("?.yaml", "a.yaml", true)]
    [InlineData("?.yaml", ".yaml", false)]
    [InlineData("a?b", "a/b", false)]
    [InlineData("**/a.yaml", "a.yaml", true)]
    [InlineData("**/a.yaml", "b/c/a.yaml", true)]
    [InlineData("**/a.yaml", "ba.yaml", false)]
    [InlineData("b/**/a.yaml", "b/a.yaml", true)]
    [InlineData("b/**/a.yaml", "b/c/d/a.yaml", true)]
    [InlineData("b/**/a.yaml", "bc/a.yaml", false)]
    [InlineData("b/**", "b/c/d.yaml", true)]
    [InlineData("b/**", "b", false)]
    [InlineData("b/", "b/c/d.yaml", true)]
    [InlineData("b/", "bc/d.yaml", false)]
    [InlineData("**", "b/c/d.yaml", true)]
    [InlineData("a**z", "a/b/z", true)]
    [InlineData("**/b/*.yaml", "a/b/c.yaml", true)]
    [InlineData("**/b/*.yaml", "a/b/c/d.yaml", false)]
    [InlineData("a[1]+(x).yaml", "a[1]+(x).yaml", true)]
    [InlineData("*", "", true)]
    public void Matches_as_its_signs_say(string pattern, string path, bool expected) => new PathPattern(pattern).IsMatch(path).Should().Be(expected);

    [Fact]
    public void Agrees_with_the_regular_expression_of_each_pattern()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 20_000; round++)
        {
            var pattern = Make(random, "ab/*?", 8);
            var path = Make(random, "ab/", 8);
            var full = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;

            new PathPattern(pattern).IsMatch(path).Should().Be(Reference(full.EndsWith('/') ? full + "**" : full).IsMatch(path), "of {0} and {1}", pattern, path);
        }
    }

    [Fact]
    public void Takes_no_longer_for_a_pattern_that_invites_trying() =>
        new PathPattern(string.Concat(Enumerable.Repeat("*a", 100)) + "b").IsMatch(new string('a', 4_000)).Should().BeFalse();

    private static string Make(Random random, string signs, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => signs[random.Next(signs.Length)]));

    /// <summary>The signs from the end, as the class takes them: of <c>***</c> the last two go across folders.</summary>
    private static Regex Reference(string pattern)
    {
        var parts = new List<string>();
        for (var end = pattern.Length; end > 0;)
        {
            var before = pattern[..end];
            var (part, length) = before.EndsWith("**/", StringComparison.Ordinal) && (end == 3 || before[^4] == '/') ? ("([^/]+/)*", 3)
                : before.EndsWith("**", StringComparison.Ordinal) ? (".*", 2)
                : before.EndsWith('*') ? ("[^/]*", 1)
                : before.EndsWith('?') ? ("[^/]", 1)
                : (Regex.Escape(before[^1..]), 1);
            parts.Insert(0, part);
            end -= length;
        }

        return new Regex($@"\A{string.Concat(parts)}\z", RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
    }
}
