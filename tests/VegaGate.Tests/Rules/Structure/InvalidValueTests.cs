using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class InvalidValueTests
{
    private static readonly InvalidValue Rule = new();

    [Fact]
    public void Says_what_was_expected() => Rule.ShouldReport(
        """
        checklist: [|Go live|]
        title: [|""|]
        per: [|twice|]
        people: { zev: { github: [|zev dev|] } }
        gate: { sign-off: [|some|], sign-off-valid-for: [|1 day|] }
        sections:
          - items:
              - { owners: [|Zev / RR|], due: [|31.12.2026|], required: [|yes|] }
        """,
        "`checklist` takes a slug of at most 40 lower-case letters, digits and hyphens, but `Go live` stands here.",
        "`title` takes text of one line, but the text here is empty.",
        "`per` takes one of once, release, but `twice` stands here.",
        "`github` takes a GitHub login of at most 39 ASCII characters, but `zev dev` stands here.",
        "`sign-off` takes any, all or a number, but `some` stands here.",
        "`sign-off-valid-for` takes a duration such as 15m, 2h, 3d or 1w, but `1 day` stands here.",
        "`owners` takes a name from `people` or `teams`, but `Zev / RR` stands here.",
        "`due` takes a date such as 2026-12-31, but `31.12.2026` stands here.",
        "`required` takes true or false, but `yes` stands here.");

    [Theory]
    [InlineData("2026-13-40")]
    [InlineData("2026-02-30")]
    [InlineData("Dec 3")]
    [InlineData("2026-3-1")]
    [InlineData("tomorrow")]
    public void Reports_a_text_that_is_no_date(string date) => Rule.ShouldReport(
        $"checklist: a\nsections: [{{ items: [{{ due: [|{date}|], waived: {{ until: [|{date}|] }} }}] }}]\n",
        $"`due` takes a date such as 2026-12-31, but `{date}` stands here.",
        $"`until` takes a date such as 2026-12-31, but `{date}` stands here.");

    [Fact]
    public void Reports_a_name_that_can_be_none() => Rule.ShouldReport(
        "checklist: a\npeople: { [|Zev Dev|]: { name: Zev } }\n",
        "`people` takes a name of at most 40 ASCII letters, digits, '.', '_' and '-' that begins with a letter or digit, but `Zev Dev` stands here.");

    [Fact]
    public void Reports_labels_that_GitHub_would_refuse_or_change() => Rule.ShouldReport(
        $"checklist: a\nsections: [{{ items: [{{ labels: [ok, [|' '|], [|' x'|], [|{new string('a', 51)}|], {new string('a', 50)}] }}, {{ labels: [|'x '|] }}] }}]\n",
        "`labels` takes a label of one line and at most 50 characters, with no blank at its ends, but the text here is blank.",
        "`labels` takes a label of one line and at most 50 characters, with no blank at its ends, but ` x` stands here.",
        $"`labels` takes a label of one line and at most 50 characters, with no blank at its ends, but `{new string('a', 51)}` stands here.",
        "`labels` takes a label of one line and at most 50 characters, with no blank at its ends, but `x ` stands here.");

    [Fact]
    public void Is_silent_about_values_that_are_taken() => Rule.ShouldBeSilent(
        "checklist: go-live\ntitle: Anything, \U0001F600 too\nper: release\ngate: { sign-off: 2, sign-off-valid-for: 30d }\nsections: [{ items: [{ due: 2026-12-31, required: false }] }]\n");

    [Theory]
    [InlineData("title: [|\"  \"|]", "`title` takes text of one line, but the text here is blank.")]
    [InlineData("title: [|\"\"|]", "`title` takes text of one line, but the text here is empty.")]
    [InlineData("sections: [{ items: [{ pass: [|' '|] }] }]", "`pass` takes text, but the text here is blank.")]
    [InlineData("sections: [{ items: [{ waived: { by: zev, until: 2026-12-31, reason: [|\"\\t\"|] } }] }]", "`reason` takes text, but the text here is blank.")]
    public void Refuses_blank_text(string marked, string message) => new InvalidValue().ShouldReport($"checklist: a\n{marked}\n", message);
}
