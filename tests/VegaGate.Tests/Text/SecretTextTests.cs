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
        "AKIA" + Of('L', 16), "ASIA" + Of('4', 16), "AIza" + Of('m', 35), "-----BEGIN" + " RSA PRIVATE KEY-----",
    ];

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

    private static string Of(char c, int count) => new(c, count);
}
