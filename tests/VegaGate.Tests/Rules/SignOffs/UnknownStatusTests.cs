using VegaGate.Rules.SignOffs;

namespace VegaGate.Tests.Rules.SignOffs;

public sealed class UnknownStatusTests
{
    private static readonly UnknownStatus Rule = new();

    [Fact]
    public void Suggests_the_word_that_was_meant_or_says_which_there_are() => Rule.ShouldReport(
        """
        checklist: a
        sections:
          - items:
              - status: [|dnoe|]
              - status: [|finished|]
              - status: In Progress
              - id: a
        """,
        "There is no status `dnoe`; did you mean `done`?",
        "There is no status `finished`; write one of `todo`, `in-progress`, `blocked`, `done`.");
}
