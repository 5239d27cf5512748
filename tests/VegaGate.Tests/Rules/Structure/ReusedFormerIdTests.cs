using VegaGate.Rules.Structure;

namespace VegaGate.Tests.Rules.Structure;

public sealed class ReusedFormerIdTests
{
    [Fact]
    public void Reports_a_former_id_that_is_somebody_elses() => new ReusedFormerId().ShouldReport(
            """
            checklist: a
            sections:
              - items:
                  - { id: a, was: [[|B|], old, [|a|]] }
                  - { id: b, was: [other, [|OLD|]] }
            """,
            "An item of this list has the id `B` now; remove the former id here, or give that item another.",
            "An item of this list has the id `a` now; remove the former id here, or give that item another.",
            "The former id `OLD` is claimed already; only one item can keep its issue.")
        .Should().OnlyContain(finding => finding.Related.Length == 1);
}
