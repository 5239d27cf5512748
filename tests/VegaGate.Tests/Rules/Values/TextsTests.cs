using VegaGate.Rules.Values;

namespace VegaGate.Tests.Rules.Values;

public sealed class TextsTests
{
    [Theory]
    [InlineData("準備はできた？")]
    [InlineData("هل هو جاهز؟")]
    [InlineData("Ready?!")]
    [InlineData("Done (ok?)")]
    [InlineData("Say “ready?”")]
    public void Reports_a_title_that_asks_with_any_mark(string title) => new TitleIsAQuestion().ShouldReport(
        $"checklist: a\nsections: [{{ items: [{{ id: a, title: [|'{title}'|] }}] }}]\n", "The title of item `a` is a question; say what is to be done.");

    [Fact]
    public void Reports_a_title_that_asks() => new TitleIsAQuestion().ShouldReport(
        "checklist: a\nsections: [{ items: [{ id: a, title: [|Is it live?|] }, { id: b, title: Answer `why?` here. }, { id: c }] }]\n",
        "The title of item `a` is a question; say what is to be done.");

    [Theory]
    [InlineData("gh", "p_000000000000000000000000000000000001", "a GitHub token")]
    [InlineData("github_", "pat_0000000000000000000001", "a GitHub token")]
    [InlineData("gl", "pat-00000_00000-00000001", "a GitLab token")]
    [InlineData("np", "m_000000000000000000000000000000000001", "an npm token")]
    [InlineData("xo", "xb-000000-000001", "a Slack token")]
    [InlineData("sk_", "live_0000000000000001", "a Stripe key")]
    [InlineData("AK", "IA0000000000000001", "an AWS access key")]
    [InlineData("AI", "za00000000000000000000000000000000001", "a Google key")]
    [InlineData("-----BEGIN RSA ", "PRIVATE KEY-----", "a private key")]
    public void Reports_the_shape_of_a_secret_and_keeps_it_to_itself(string start, string end, string kind)
    {
        var secret = start + end;

        var finding = new SecretInText().ShouldReport($"checklist: a\nnotes: \"See [|{secret}|].\"\n", $"This looks like {kind}; revoke it, and keep it out of the file.").Should().ContainSingle().Subject;

        finding.Descriptor.HidesText.Should().BeTrue();
        finding.Message.Should().NotContain(secret);
    }

    [Fact]
    public void Looks_into_comments_too() => new SecretInText().ShouldReport(
        "checklist: a\n# [|AK" + "IA0000000000000002|] and [|AK" + "IA0000000000000001|]", "This looks like an AWS access key; revoke it, and keep it out of the file.", "This looks like an AWS access key; revoke it, and keep it out of the file.");

    [Theory]
    [InlineData("ghp_short")]
    [InlineData("xghp_000000000000000000000000000000000000")]
    [InlineData("AKIA00000000000000000")]
    [InlineData("AKIA000000000000000a")]
    [InlineData("AKIA")]
    [InlineData("npm_config_registry")]
    [InlineData("-----BEGIN CERTIFICATE-----")]
    [InlineData("-----BEGIN ")]
    [InlineData("sk_live_key")]
    public void Leaves_other_words_alone(string word) => new SecretInText().ShouldBeSilent($"checklist: a\nnotes: '{word}'\n");
}
