namespace VegaGate.Tests.Rules;

/// <summary>One mistake is one finding: what follows from it is not reported besides.</summary>
public sealed class OneMistakeTests
{
    private const string List =
        """
        checklist: a
        title: A
        people: { zev: { github: zev-dev } }
        sections:
          - id: s
            title: S
            items:
              - { id: a, title: T, pass: P, owners: zev }

        """;

    [Theory]
    [InlineData("owners: zev", "owners: *zev", "VG0005", "*zev")]
    [InlineData("owners: zev", "owners: [*zev]", "VG0005", "*zev")]
    [InlineData("title: A", "title: !x", "VG0007", "!x")]
    [InlineData("title: A", "title: &x", "VG0004", "&x")]
    [InlineData("title: T,", "title: !x ,", "VG0007", "!x")]
    [InlineData("    items:\n      - { id: a, title: T, pass: P, owners: zev }\n", "    items: none\n", "VG1005", "none")]
    public void Is_one_finding(string right, string wrong, string id, string place)
    {
        var text = List.Replace(right, wrong, StringComparison.Ordinal);

        var findings = RuleChecking.Validate(text);

        findings.Select(finding => finding.Descriptor.Id).Should().Equal(id);
        text.Substring(findings[0].Span.Start, findings[0].Span.Length).Should().Be(place);
    }

    [Theory]
    [InlineData("checklist: a\ntitle: A\nsections: none\n", "VG1005", "none")]
    [InlineData("checklist: a\ntitle: A\nsections:\n", "VG1005", "sections")]
    [InlineData("? ? ? ? a\n", "VG0010", "?")]
    [InlineData("a: why?\n? b\n", "VG0010", "?")]
    public void Of_a_whole_file_is_one_finding(string text, string id, string place)
    {
        var findings = RuleChecking.Validate(text);

        findings.Select(finding => finding.Descriptor.Id).Should().Equal(id);
        text.Substring(findings[0].Span.Start, findings[0].Span.Length).Should().Be(place);
    }

    [Theory]
    [InlineData("\"\\uD800\" # c\nb: c\n")]
    [InlineData("\"x \\uD800 y\"\nb: c\n")]
    [InlineData("\"\\UFFFFFFFF\"\nb: c\n")]
    public void An_escape_that_is_no_character_is_reported_in_its_own_text(string value)
    {
        var finding = RuleChecking.Read("a: " + value).Diagnostics.Should().ContainSingle().Subject;

        finding.Source.GetPosition(finding.Span.Start).Line.Should().Be(1);
        finding.Span.Start.Should().BeInRange(3, 3 + value.LastIndexOf('"'), finding.Message);
    }

    [Theory]
    [InlineData("{0}: b\nc: d\n")]
    [InlineData("c: d\n{0}: b\n")]
    [InlineData("c:\n  - {0}: b\n")]
    public void A_key_that_is_too_long_is_said_to_be_so(string text)
    {
        var key = new string('k', 1_100);

        var finding = RuleChecking.Read(text.Replace("{0}", key, StringComparison.Ordinal)).Diagnostics.Should().ContainSingle().Subject;

        finding.Message.Should().Be("A key has at most 1,024 characters, and this one has more. Shorten it, or put the text in quotes if no key is meant.");
        finding.Source.GetText(finding.Span).Should().StartWith("k");
    }
}
