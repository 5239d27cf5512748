using VegaGate.Checklists;
using VegaGate.Gate.Blocking;
using VegaGate.Tests.Escalation;

namespace VegaGate.Tests.Gate.Blocking;

public sealed class BlockerReportTextTests
{
    private static readonly Checklist List = ValidList.Parse(EscalationScene.FourLevels);

    [Fact]
    public void Reads_what_GitHub_makes_of_a_filed_form()
    {
        var text = Read("### Item\r\n\r\n1.1\r\n\r\n### Class\r\n\r\nProduction outages\r\n\r\n### Severity\r\n\r\nhigh\r\n\r\n### Phase\r\n\r\nBuild (build)\r\n\r\n### Description\r\n\r\nIt is\r\n\r\ndown.");

        text.Should().BeEquivalentTo(new { Item = "1.1", Class = "Production outages", Severity = Severity.High, Reason = "It is down." });
        text.Phase!.Id!.Value.Should().Be("build");
    }

    [Fact]
    public void What_was_left_empty_is_not_there_and_the_title_says_what_is_wrong()
    {
        var text = Read("### Item\n\n_No response_\n\n### Class\n\n_No response_\n\n### Severity\n\n_No response_\n\n### Phase\n\n_No response_\n\n### Description\n\n\n");

        text.Should().Be(new BlockerReportText(null, null, null, null, "Blocker: it is down"));
        Read("").Should().Be(text);
    }

    [Fact]
    public void A_choice_that_the_form_does_not_offer_is_none()
    {
        var text = Read("### Class\n\nAliens\n\n### Severity\n\nenormous\n\n### Phase\n\nNowhere\n");

        text.Should().BeEquivalentTo(new { Class = (string?)null, Severity = (Severity?)null, Phase = (Section?)null });
        Read("### Phase\n\nIts old title (run)\n").Phase!.Title.Should().Be("Run", "the id in the option stays when the title changes");
    }

    [Fact]
    public void The_first_answer_counts_and_other_headings_belong_to_an_answer()
    {
        var text = Read("### Severity\n\nlow\n\n### Description\n\nIt says\n### Not a field\nthis.\n\n### Severity\n\ncritical\n");

        text.Severity.Should().Be(Severity.Low);
        text.Reason.Should().Be("It says ### Not a field this.");
    }

    [Fact]
    public void A_long_answer_is_cut_where_no_character_is()
    {
        var text = Read($"### Description\n\n{new string('x', 999)}😀 and on\n");

        text.Reason.Should().Be(new string('x', 999) + "…");
        Read($"### Description\n\n{string.Join('\n', Enumerable.Repeat(new string('y', 60_000), 3))}\n").Reason.Length.Should().Be(1_001);
    }

    private static BlockerReportText Read(string body) => BlockerReportText.Read("Blocker: it is down", body, List);
}
