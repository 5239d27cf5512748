using System.Collections.Immutable;
using VegaGate.Diagnostics;

namespace VegaGate.Tests.Rules;

public sealed class SuppressionTests
{
    private const string Unread = "This suppression cannot be read; write `# vegagate: ignore RULE until 2026-12-31 -- reason`.";

    [Theory]
    [InlineData("ignore VG1008 -- the old system has it so")]
    [InlineData("ignore number-like-id -- the old system has it so")]
    [InlineData("  ignore  VG1008   until 2026-12-31 --  x")]
    [InlineData("ignore VG1008 until 2026-03-02 -- the last day still counts")]
    [InlineData("ignore number-like-id -- a -- b")]
    public void Suppresses_on_its_own_line_and_on_the_next(string words)
    {
        Validate(Id($"1.10  # vegagate: {words}")).Should().BeEmpty();
        Validate(Id($"1.10  #vegagate: {words}")).Should().BeEmpty();
        Validate(Id("1.10", $"# vegagate: {words}")).Should().BeEmpty();
        Validate(Id("1.10", $"#vegagate:{words}\n\n      # the id of the old system\n")).Should().BeEmpty();
        Validate(Id($"1.10  # vegagate: {words}").Replace("\n", "\r\n", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Suppresses_several_rules_at_once()
    {
        const string List = "checklist: a\ntitle: A\ngate: { require: [pass] }\npeople: { zev: { github: zev-dev } }\nsections:\n- id: s\n  title: S\n  owners: zev\n  items:\n  - id: 1.10 # vegagate: ignore VG1008, missing-pass-condition -- it is so\n    title: T\n";

        Validate(List).Should().BeEmpty();
        Validate(List.Replace(", missing-pass-condition", "", StringComparison.Ordinal)).Should().ContainSingle().Which.Descriptor.Id.Should().Be("VG5001");
    }

    [Theory]
    [InlineData("ignore VG1008", "# vegagate: ignore VG1008", "VG8002", "This suppression does not say why, and so suppresses nothing; add ` -- ` and the reason.")]
    [InlineData("ignore VG1008 --", "# vegagate: ignore VG1008 --", "VG8002", "This suppression does not say why, and so suppresses nothing; add ` -- ` and the reason.")]
    [InlineData("ignore VG1008 -- ...", "# vegagate: ignore VG1008 -- ...", "VG8002", "This suppression does not say why, and so suppresses nothing; add ` -- ` and the reason.")]
    [InlineData("ignore -- x", "# vegagate: ignore -- x", "VG8002", "This suppression names no rule; write `# vegagate: ignore RULE until 2026-12-31 -- reason`.")]
    [InlineData("ignore until 2026-12-31 -- x", "# vegagate: ignore until 2026-12-31 -- x", "VG8002", "This suppression names no rule; write `# vegagate: ignore RULE until 2026-12-31 -- reason`.")]
    [InlineData("ignroe VG1008 -- x", "# vegagate: ignroe VG1008 -- x", "VG8002", Unread)]
    [InlineData("disable VG1008 -- x", "# vegagate: disable VG1008 -- x", "VG8002", Unread)]
    [InlineData("ignore VG1008 VG5001 -- x", "# vegagate: ignore VG1008 VG5001 -- x", "VG8002", "This suppression cannot be read; separate rules with commas, and write `# vegagate: ignore RULE until 2026-12-31 -- reason`.")]
    [InlineData("ignore VG1008, -- x", "# vegagate: ignore VG1008, -- x", "VG8002", "A comma of this suppression has no rule behind it.")]
    [InlineData("ignore VG1008 until tomorrow -- x", "# vegagate: ignore VG1008 until tomorrow -- x", "VG8002", "`until` takes a date such as 2026-12-31.")]
    [InlineData("ignore VG1008 until -- x", "# vegagate: ignore VG1008 until -- x", "VG8002", "`until` takes a date such as 2026-12-31.")]
    [InlineData("ignore VG1008 until 2026-03-01 -- x", "# vegagate: ignore VG1008 until 2026-03-01 -- x", "VG8004", "This suppression held until 2026-03-01; mend what it is for, or give it a new date and reason.")]
    [InlineData("ignore VG1080 -- x", "VG1080", "VG8005", "There is no rule `VG1080`; did you mean `VG0010`?", "VG1008")]
    [InlineData("ignore number-like-ids -- x", "number-like-ids", "VG8005", "There is no rule `number-like-ids`; did you mean `number-like-id`?")]
    [InlineData("ignore structure -- x", "structure", "VG8005", "There is no rule `structure`.")]
    [InlineData("ignore VG1007 -- x", "VG1007", "VG8007", "VG1007 (duplicate-item-id) cannot be suppressed.")]
    [InlineData("ignore unused-suppression -- x", "unused-suppression", "VG8007", "VG8003 (unused-suppression) cannot be suppressed.")]
    [InlineData("ignore VG5001 -- x", "VG5001", "VG8003", "There is nothing of VG5001 (missing-pass-condition) to suppress here; remove it.")]
    public void Says_why_a_suppression_suppresses_nothing(string words, string place, string id, string message, string? guess = null)
    {
        var findings = Validate(Id($"1.10 # vegagate: {words}"));

        findings.Select(finding => finding.Descriptor.Id).Should().Equal("VG1008", id);
        findings[1].Source.GetText(findings[1].Span).Should().Be(place);
        findings[1].Message.Should().Be(guess is null ? message : findings[1].Message).And.StartWith(message.Split(';')[0]);
    }

    [Theory]
    [InlineData("vegagate is a gate")]
    [InlineData("vegagate: reads this")]
    [InlineData("see vegagate: ignore VG1008 -- x")]
    [InlineData("Vegagate: ignore VG1008 -- x")]
    public void Takes_no_other_comment_for_a_suppression(string comment) => Validate(Id($"1.10 # {comment}")).Should().ContainSingle().Which.Descriptor.Id.Should().Be("VG1008");

    [Fact]
    public void Reaches_one_line_and_no_further()
    {
        Ids(Validate(Id("1.10\n        # vegagate: ignore VG1008 -- too late"))).Should().Equal("VG1008", "VG8003");
        Ids(Validate(Id("1.10").Replace("title: T", "title: T # vegagate: ignore VG1008 -- elsewhere", StringComparison.Ordinal))).Should().Equal("VG1008", "VG8003");
        Ids(Validate(Id("1.10") + "# vegagate: ignore VG1008 -- at the end")).Should().Equal("VG1008", "VG8003");
    }

    [Fact]
    public void Is_used_up_by_the_first_of_two_that_say_the_same() =>
        Ids(Validate(Id("1.10 # vegagate: ignore VG1008 -- b", "# vegagate: ignore VG1008 -- a"))).Should().Equal("VG8003");

    [Theory]
    [InlineData("notes: \"1 # vegagate: ignore VG5001 -- x\"")]
    [InlineData("notes: '1 # vegagate: ignore VG5001 -- x'")]
    [InlineData("notes: |\n          # vegagate: ignore VG5001 -- x\n          text # vegagate: ignore VG5001 -- x")]
    [InlineData("notes: >-\n          text\n\n          # vegagate: ignore VG5001 -- x")]
    [InlineData("notes: \"a\n          # vegagate: ignore VG5001 -- x\n          b\"")]
    [InlineData("notes: a# vegagate: ignore VG5001 -- x")]
    [InlineData("notes: [\"# vegagate: ignore VG5001 -- x\"]")]
    public void Takes_no_text_of_a_value_for_a_comment(string entry) =>
        Ids(Validate(Id("a\n        " + entry))).Should().NotContain(id => id.StartsWith("VG8", StringComparison.Ordinal));

    [Theory]
    [InlineData("notes: | # vegagate: ignore VG5001 -- x\n          text")]
    [InlineData("notes: >- # vegagate: ignore VG5001 -- x\n          # text\n          text")]
    [InlineData("notes: |\n          text\n        # vegagate: ignore VG5001 -- x")]
    [InlineData("labels: [ # vegagate: ignore VG5001 -- x\n          a]")]
    [InlineData("labels: [a, # vegagate: ignore VG5001 -- x\n          b]")]
    [InlineData("labels: [a, b] # vegagate: ignore VG5001 -- x")]
    [InlineData("labels: # vegagate: ignore VG5001 -- x\n        - a")]
    [InlineData("notes: a\n          b # vegagate: ignore VG5001 -- x")]
    public void Finds_a_comment_wherever_one_can_stand(string entry) => Ids(Validate(Id("a\n        " + entry))).Should().Equal("VG8003");

    [Fact]
    public void Suppresses_behind_a_value_of_several_lines()
    {
        var list = Id("a\n        status: >- # vegagate: ignore VG1014 -- x\n          In progress");
        Ids(Validate(list.Replace("# vegagate: ignore VG1014 -- x", "", StringComparison.Ordinal))).Should().Equal("VG1014");
        Validate(list).Should().BeEmpty();
        Validate(Id("a\n        status: In\n          progress # vegagate: ignore VG1014 -- x")).Should().BeEmpty();
    }

    [Fact]
    public void Keeps_errors_that_are_fixed()
    {
        var findings = Validate(Id("a # vegagate: ignore VG1007 -- x\n        title: T\n      - id: a # vegagate: ignore duplicate-item-id -- x"));

        Ids(findings).Where(id => id is not "VG2002").Should().Equal("VG8007", "VG1007", "VG8007");
    }

    [Fact]
    public void Says_nothing_of_a_file_that_cannot_be_read() => Ids(Validate("checklist: [a # vegagate: ignore VG0001 -- x\n")).Should().NotContain("VG8003");

    private static string Id(string id, string before = "# plain") =>
        $"checklist: a\ntitle: A\npeople: {{ zev: {{ github: zev-dev }} }}\nsections:\n  - id: s\n    title: S\n    items:\n      {before}\n      - id: {id}\n        title: T\n        owners: zev\n        pass: P\n";

    private static IEnumerable<string> Ids(ImmutableArray<Diagnostic> findings) => findings.Select(finding => finding.Descriptor.Id);

    private static ImmutableArray<Diagnostic> Validate(string text) => RuleChecking.Validate(text);
}
