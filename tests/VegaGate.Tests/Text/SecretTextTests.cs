using VegaGate.Text;

namespace VegaGate.Tests.Text;

public sealed class SecretTextTests
{
    /// <summary>Put together here, so that nobody who searches this file finds one.</summary>
    public static TheoryData<string> Shapes { get; } =
    [
        "ghp" + "_" + Of('a', 36), "gho" + "_" + Of('B', 40), "ghu" + "_" + Of('1', 36), "ghs" + "_" + Of('c', 36), "ghr" + "_" + Of('d', 36),
        "github" + "_pat_" + Of('e', 22) + "_" + Of('f', 20), "glpat" + "-" + Of('g', 18) + "_-", "npm" + "_" + Of('h', 36),
        "xoxb" + "-" + Of('2', 10) + "-" + Of('i', 5), "xoxa" + "-" + Of('3', 10), "sk" + "_live_" + Of('j', 16), "rk" + "_live_" + Of('k', 24),
        "sk" + "-ant-api03-" + Of('n', 30) + "-AA", "sk" + "-proj-" + Of('o', 40), "sk" + "-" + Of('p', 48), "SG" + "." + Of('q', 22) + "." + Of('r', 43),
        "ey" + "J" + Of('s', 20) + ".ey" + "J" + Of('t', 30) + "." + Of('u', 43),
        "AKIA" + Of('L', 16), "ASIA" + Of('4', 16), "AIza" + Of('m', 35), "-----BEGIN" + " RSA PRIVATE KEY-----",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_masked_text_has_the_same_length_and_no_secret(string secret)
    {
        var masked = SecretText.Mask($"a {secret} b {secret}");

        masked.Should().HaveLength($"a {secret} b {secret}".Length).And.StartWith("a *").And.Contain("* b *");
        SecretText.FindIn(masked).Should().BeEmpty();
    }

    [Fact]
    public void A_text_without_a_secret_is_not_masked() => SecretText.Mask("a ghp_ b").Should().Be("a ghp_ b");

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_secret_is_found_wherever_it_stands_and_however_often(string secret)
    {
        foreach (var before in new[] { "", " ", "key: ", "- ", "A ", "x_ - A ", "[\"", "--\n" })
        {
            foreach (var after in new[] { "", " ", "\n", "\"]", ", next", " A_b-c" })
            {
                var text = before + secret + after + "\n" + secret;
                SecretText.FindIn(text).Select(found => text.Substring(found.Span.Start, found.Span.Length)).Should().Equal([secret, secret], "it stands in {0}", text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_goes_on_from_a_word_is_none(string secret)
    {
        if (secret[0] != '-')
            SecretText.FindIn("x" + secret).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Two_of_any_kind_are_two_and_glued_together_they_never_overlap(string secret)
    {
        foreach (var other in Shapes.Cast<object[]>().Select(row => (string)row[0]))
        {
            SecretText.FindIn(secret + " " + other).Select(found => found.Span.Length).Should().Equal(secret.Length, other.Length);
            var glued = SecretText.FindIn(secret + other).ToArray();
            glued.Zip(glued.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start).Should().BeTrue("they stand in {0}", secret + other);
        }
    }

    /// <summary>Not one character alone: that is what stands in for a secret.</summary>
    private static string Of(char c, int count) => new string(c, count - 1) + (char.IsAsciiDigit(c) ? '9' : char.IsAsciiLetterUpper(c) ? 'Z' : 'z');

    [Theory]
    [InlineData("https://", "zev:hunter2", "@host/path")]
    [InlineData("http://", ":p%40ss", "@git.vega77.dev")]
    [InlineData("git+HTTPS://", "x-access-token:abc.def", "@github.com/a/b.git")]
    public void A_password_in_an_address_is_found(string before, string secret, string after) =>
        SecretText.FindIn($"see {before}{secret}{after}").Should().Equal(new FoundSecret(new TextSpan(4 + before.Length, secret.Length), "a password in an address"));

    [Theory]
    [InlineData("https://zev@host/")]
    [InlineData("https://zev:@host/")]
    [InlineData("https://zev:$TOKEN@host/")]
    [InlineData("https://zev:${{ secrets.TOKEN }}@host/")]
    [InlineData("https://zev:<password>@host/")]
    [InlineData("https://zev:xxxx@host/")]
    [InlineData("https://zev:***@host/")]
    [InlineData("https://zev:hunter2@example.com/")]
    [InlineData("https://zev:hunter2@a.example")]
    [InlineData("https://zev:hunter2@localhost:8080")]
    [InlineData("https://zev:hunter2@127.0.0.1")]
    [InlineData("https://host/a:b@c")]
    [InlineData("ssh://git:abc@host")]
    [InlineData("mail: zev@host")]
    public void An_address_without_a_password_that_could_be_one_is_none(string text) => SecretText.FindIn(text).Should().BeEmpty();

    [Theory]
    [InlineData("ghp_", 'x', 36)]
    [InlineData("npm_", '0', 36)]
    [InlineData("sk-ant-", 'x', 40)]
    [InlineData("AKIA", 'X', 16)]
    [InlineData("AIza", '_', 35)]
    public void One_character_over_and_over_stands_in_for_a_secret(string prefix, char c, int count) => SecretText.FindIn(prefix + new string(c, count)).Should().BeEmpty();

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ASIAIOSFODNN7EXAMPLE")]
    [InlineData("sk-learn-is-a-library")]
    [InlineData("SG.short.short")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.notanobject.notasignaturenotasignature")]
    public void What_documentation_shows_is_none(string text) => SecretText.FindIn(text).Should().BeEmpty();

    [Fact]
    public void A_long_run_of_beginnings_takes_no_long_time()
    {
        var text = string.Concat(Enumerable.Repeat("-eyJ-SG.-sk--xoxb-a:b@", 100_000));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();

        SecretText.FindIn(text).Take(1).Should().NotBeNull();

        System.Diagnostics.Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(30));
    }
}
