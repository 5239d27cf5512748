using VegaGate.Diagnostics;
using VegaGate.GitHub.Actions;

namespace VegaGate.Tests.GitHub.Actions;

public sealed class AnnotationBudgetTests
{
    [Fact]
    public void The_most_severe_come_first_in_their_own_order()
    {
        var kept = AnnotationBudget.Apply(
        [
            new(DiagnosticSeverity.Notice, "n"), new(DiagnosticSeverity.Error, "e2"), new(DiagnosticSeverity.Warning, "w"), new(DiagnosticSeverity.Error, "e1"),
        ]);

        kept.Select(annotation => annotation.Message).Should().Equal("e2", "e1", "w", "n");
    }

    [Fact]
    public void Ten_of_a_level_are_shown_as_they_are() =>
        AnnotationBudget.Apply(Many(DiagnosticSeverity.Error, 10)).Should().Equal(Many(DiagnosticSeverity.Error, 10));

    [Fact]
    public void The_last_of_a_level_says_how_many_more_there_are_and_where()
    {
        var kept = AnnotationBudget.Apply([.. Many(DiagnosticSeverity.Warning, 13), .. Many(DiagnosticSeverity.Error, 11)]);

        kept.Should().HaveCount(20);
        kept[8].Should().Be(new Annotation(DiagnosticSeverity.Error, "m9", "f.yaml", 9));
        kept[9].Should().Be(new Annotation(DiagnosticSeverity.Error, "m10\n\nAnd 1 more error, not shown here: f.yaml:11", "f.yaml", 10));
        kept[19].Message.Should().Be("m10\n\nAnd 3 more warnings, not shown here: f.yaml:11, f.yaml:12, f.yaml:13");
    }

    [Fact]
    public void A_place_is_named_once_and_there_may_be_none()
    {
        var kept = AnnotationBudget.Apply(
        [
            .. Many(DiagnosticSeverity.Notice, 10),
            new(DiagnosticSeverity.Notice, "a", "x.yaml", 3), new(DiagnosticSeverity.Notice, "b", "x.yaml", 3), new(DiagnosticSeverity.Notice, "c", "y.yaml"), new(DiagnosticSeverity.Notice, "d"),
        ]);

        kept[9].Message.Should().EndWith("And 4 more notices, not shown here: x.yaml:3, y.yaml, no file");
    }

    [Fact]
    public void The_places_are_never_what_is_cut()
    {
        var file = new string('d', 500) + "/f.yaml";
        var kept = AnnotationBudget.Apply(
            Enumerable.Range(1, 1_000).Select(i => new Annotation(DiagnosticSeverity.Error, new string('m', 10_000), file, i)));

        WorkflowCommands.Format(kept[9]).Should().EndWith("/f.yaml:40 and 960 other places");
    }

    private static IEnumerable<Annotation> Many(DiagnosticSeverity level, int count) =>
        Enumerable.Range(1, count).Select(i => new Annotation(level, $"m{i}", "f.yaml", i));
}
