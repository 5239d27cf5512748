using VegaGate.Checklists;

namespace VegaGate.Tests.Documents;

/// <summary>Documents that hold every part that the two samples do not have, or have otherwise.</summary>
public sealed class EveryPartTests
{
    private const string Launch = """
        ---
        title: Launch of the shop
        version: 2.1
        date: 2026-02-03
        tags: [a, b]
        ---

        **Prepared by**: Ann

        Status legend: ⬜ = Todo, 🚧 = In progress, ✅ = Done

        ## DNS

        | Notes | Proof | Due date | Assigned to | Task | Progress | Ref |
        |---|---|---|---|---|---|---|
        | ask “Max” first | docs/dns.md | 2026-03-01 | Zev | Point the domain | 🚧 | A-1 |
        | | | 1 April 2026 | | Lower the TTL | ⬜ | A-2 |

        ## Shop

        1. [ ] **Payments**: test a card
           - [ ] with a refund
             - [x] twice
           - [x] without one
        2. [ ] Say so

        ## Change log

        | Date | Version | Changes | Author |
        |---|---|---|---|
        | 2026-01-11 | 1.0 | First | Ann |
        | 12 January 2026 | 1.1 | Second | Max |

        ## Related documents

        - [Runbook](docs/runbook.md)
        """;

    private const string Protocol = """
        # Hand-off

        ## Phase 1: Build

        **Objective**: Build it

        - [ ] Compile

        **Handoff Criteria**:

        - It runs

        **Handoff Point**:

        - **From**: Dev
        - **To**: Ops
        - **Artifacts**:
          - Binary

        ## Phase 2: Run

        - [ ] Start

        **Handoff Criteria**:

        - It stays up

        **Handoff Point**:

        - **From**: Ops
        - **To**: Dev
        - **Artifacts**:
          - Log

        ## Handoff Tracking Matrix

        | Phase | Responsible Team | Handoff To | Key Artifacts | Validation Criteria |
        |---|---|---|---|---|
        | 1. Build | Ops | Ops | Binary | runs |
        | 3. Sell | Ops | Dev | Log | sold |
        """;

    [Fact]
    public void Columns_in_any_order_under_the_names_that_people_use_are_the_keys_of_items()
    {
        var items = Imports.ListOf(Launch).Items;

        items[0].Should().BeEquivalentTo(new { Notes = "ask “Max” first", Evidence = "docs/dns.md", Due = new DateOnly(2026, 3, 1), RecordedStatus = ItemStatus.InProgress });
        items[1].Should().BeEquivalentTo(new { Notes = (string?)null, Evidence = (string?)null, Due = new DateOnly(2026, 4, 1), RecordedStatus = ItemStatus.Todo });
        items.Take(2).Select(item => $"{item.Id!.Value} {item.Title!.Value}: {string.Join(' ', Imports.Owners(item))}").Should().Equal("A-1 Point the domain: zev", "A-2 Lower the TTL: unassigned");
    }

    [Fact]
    public void Boxes_below_boxes_are_items_of_their_own_with_the_numbers_of_those_above() =>
        Imports.ListOf(Launch).Sections[1].Items.Select(item => $"{item.Id!.Value} {item.Title!.Value} {item.RecordedStatus}").Should().Equal(
            "2.1 Payments: test a card Todo", "2.1.1 with a refund Todo", "2.1.1.1 twice Done", "2.1.2 without one Done", "2.2 Say so Todo");

    [Fact]
    public void Front_matter_legend_change_log_and_related_documents_are_taken_and_what_has_no_place_is_said()
    {
        var result = Imports.Of(Launch);

        result.Yaml.Should().Contain("title: Launch of the shop\nversion: \"2.1\"\nprepared-by: Ann\ndate: 2026-02-03\n")
            .And.Contain("\nlegend:\n  todo: ⬜ = Todo\n  in-progress: 🚧 = In progress\n  done: ✅ = Done\n")
            .And.Contain("  - date: 2026-01-12\n    version: \"1.1\"\n    text: Second\n    by: Max\n")
            .And.Contain("\nrelated:\n  - title: Runbook\n    path: docs/runbook.md\n");
        result.Lines.Left.Should().Equal(4);
        result.Findings.Single(finding => finding.Descriptor.Id == "VG9004").Source.GetPosition(result.Findings.Single(finding => finding.Descriptor.Id == "VG9004").Span.Start).Line.Should().Be(5);
    }

    [Fact]
    public void The_matrix_is_held_against_the_phases_and_each_difference_is_said_at_its_row() =>
        Imports.Of(Protocol).Findings.Where(finding => finding.Descriptor.Id == "VG9010").Select(finding => $"{finding.Source.GetPosition(finding.Span.Start).Line}: {finding.Message}").Should().Equal(
            "37: The phase \"Run\" is not in the matrix.",
            "39: The matrix says that ops hands over \"Build\"; the phase says dev.",
            "40: The matrix has a phase \"Sell\" that the document does not have.");
}
