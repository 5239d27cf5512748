using VegaGate.Rules;
using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class DuplicateChecklistTests
{
    private static readonly DuplicateChecklist Rule = new();

    [Fact]
    public void Reports_the_later_path_and_names_the_first()
    {
        var result = Validator.Validate(
            [RuleChecking.Read("checklist: a\n", "c.yaml"), RuleChecking.Read("title: A\nchecklist: a\n", "b.yaml"), RuleChecking.Read("checklist: b\n", "a.yaml")], [Rule], RuleChecking.Now);

        var finding = result.Diagnostics.Should().ContainSingle().Subject;
        finding.Source.Path.Should().Be("c.yaml");
        finding.Source.GetText(finding.Span).Should().Be("a");
        finding.Message.Should().Be("The name `a` is already taken by the list in `b.yaml`; each list needs one of its own.");
        var related = finding.Related.Should().ContainSingle().Subject;
        (related.Source.Path, related.Span.Start).Should().Be(("b.yaml", 20));
    }

    [Fact]
    public void Is_silent_about_names_that_cannot_be_read() =>
        Validator.Validate([RuleChecking.Read("checklist: A B\n", "a.yaml"), RuleChecking.Read("checklist: A B\n", "b.yaml")], [Rule], RuleChecking.Now).Diagnostics.Should().BeEmpty();
}
