using VegaGate.Checklists;

namespace VegaGate.Tests.Documents;

/// <summary>
/// Documents of the shapes that public repositories have. Each was written for this test in words of its own; what is taken over is the shape alone: kinds of
/// headings, columns, boxes, nesting. The counts were written down by hand, from the text below, before the importer was run on it.
/// </summary>
public sealed class PublicShapesTests
{
    /// <summary>A document of a public shape, and what was counted in it.</summary>
    /// <param name="Source">Repository and path of the document that has this shape.</param>
    public sealed record Shape(string Source, string File, int Sections, int Items, int Done, int Left, string Text)
    {
        public override string ToString() => Source;
    }

    public static TheoryData<Shape> Shapes { get; } =
    [
        // Tables whose first column holds boxes, a table each section, empty cells, a table of risks and key-value lists that are no items.
        new("Hidden-History/pov-oversight-agent _bmad/pov/templates/oversight/verification/checklists/production-ready.md", "production-ready.md", 3, 7, 0, 7,
            """
            # Ready for production

            **Purpose**: Say whether the shop may open.

            ---

            ## About this release

            - **Version/Release**: [Version]
            - **Reviewer**: Anna

            ---

            ## Source

            | Check | Status | Notes |
            |-------|--------|-------|
            | [ ] Two people read every change | | |
            | [ ] Nothing urgent is open | | |

            ---

            ## Trials

            | Check | Status | Notes |
            |-------|--------|-------|
            | [ ] Small trials pass | | |
            | [ ] Large trials pass | | |
            | [ ] Trials under load (if there is any) | | |

            ---

            ## Machines

            | Check | Status | Notes |
            |-------|--------|-------|
            | [ ] Settings looked at | | |
            | [ ] Somebody is called at night | | |

            ---

            ## What may go wrong

            | Risk | Likelihood | Impact | Mitigation |
            |------|------------|--------|------------|
            | [Risk] | low | high | [What to do] |
            """),

        // Boxes straight under the title, no section at all.
        new("zebadee2kk/control-tower docs/PRODUCTION_READINESS_CHECKLIST.md", "PRODUCTION_READINESS_CHECKLIST.md", 1, 4, 0, 0,
            """
            # Before we go

            - [ ] Nothing on fire.
            - [ ] Linter runs in CI.
            - [ ] Night shift has the plan.
            - [ ] Go/No-go said by building + running.
            """),

        // Bullets without boxes, commands in code, remarks below some, a closing sentence.
        new("martin-t/cvars RELEASE-CHECKLIST.md", "RELEASE-CHECKLIST.md", 1, 7, 0, 1,
            """
            # Release checklist

            - `git fetch`
            - Search for left-over marks
            - `cargo publish --dry-run -p name`
            - Raise the number
            - `git push`, wait for CI
              - This comes late on purpose
            - `git tag -a 'name-vX.Y.Z'`
              - The important one first
            - GitHub release

            Taken from: [another tool](https://example.org/list).
            """),

        // Star bullets with boxes, commands in code spans, a code block inside an item.
        new("rerun-io/egui_tiles RELEASES.md", "RELEASES.md", 1, 5, 0, 0,
            """
            # Release Checklist

            * [ ] Write `CHANGELOG.md` with `./scripts/log.py --version 0.NEW`
            * [ ] `git commit -m 'Release 0.x.0 - summary'`
            * [ ] publish
                ```
                cargo publish --quiet -p one
                cargo publish --quiet -p two
                ```
            * [ ] `git push --tags ; git tag -d latest && git tag -a latest`
            * [ ] Make a release: https://example.org/releases/new
            """),

        // Front matter of an issue template, then boxes with no heading at all.
        new("jhorback/harbor .github/ISSUE_TEMPLATE/release-checklist.md", "release-checklist.md", 1, 4, 0, 2,
            """
            ---
            name: Release list
            about: Take this when a version goes out.
            title: Release v0.0
            labels: documentation
            assignees: somebody

            ---

            - [ ] Every issue of the milestone is closed
            - [ ] Make a branch
            - [ ] Push the tags `git push origin --tags`.
            - [ ] Write down what changed.
            """),

        // One table with a sign as status and file names as evidence; a list of names at the end.
        new("HaymayndzUltra/secretflow workflow1/codex-phase5-launch/templates/GoLive_Checklist.md", "GoLive_Checklist.md", 1, 5, 1, 4,
            """
            # The launch

            | Item | Owner | Status | Evidence | Notes |
            | --- | --- | --- | --- | --- |
            | Runbook agreed | | ☐ | | |
            | Way back tried | | ☑ | try_back.sh | |
            | Copies restored | | ☐ | restore.sh | |
            | Lawyers said yes | | ☐ | | |
            | Search engines / N/A | | ☐ | Search.md | |

            ## Approval
            - Product:
            - Building:
            - Date:
            """),

        // Two levels of headings, boxes at the lower one.
        new("ayhan67/OSGB_SYSTEM docs/GO_LIVE_CHECKLIST.md", "GO_LIVE_CHECKLIST.md", 5, 12, 2, 0,
            """
            # The great move

            ## Before (a week)

            ### Trials
            - [x] From end to end
            - [x] Under load
            - [ ] With hostile eyes

            ### Data
            - [ ] Plan read
            - [ ] Moved once for practice

            ## Before (a day)

            ### Trials
            - [ ] Everything runs
            - [ ] Pages load

            ## The day

            ### Move
            - [ ] Doors closed
            - [ ] Data moved
            - [ ] Doors open

            ### Watch
            - [ ] Numbers seen
            - [ ] Phones answered
            """),

        // Sentences, then bullets without boxes under a lower heading.
        new("sabio-engineering/cookbook-dvelp guides/project-process/go-live-checklist.md", "go-live-checklist.md", 1, 5, 0, 0,
            """
            ## GO LIVE CHECKLIST

            Every board gets this list, so that all of us know what is to be done.

            ### The list

            - Roll-out agreed
            - All wishes tried on staging (good days and bad days)
            - Faults arrive somewhere (a tracker) and somebody looks
            - Users have been shown how
            - Way back is known
            """),

        // Numbered headings with a mark behind them, bold items, boxes below boxes, plain remarks below boxes, a code block of bars.
        new("gsmlg-dev/secrethub docs/deployment/production-launch-checklist.md", "production-launch-checklist.md", 2, 10, 4, 5,
            """
            # The launch

            **Purpose:** Everything for the day
            **Status:** IN PROGRESS
            **Last Updated:** 2025-11-04

            ---

            ## How far we are

            ```
            Urgent: ██████░░░░ 6/10
            ```

            ---

            ## Section 1: Machines

            ### 1.1 Computers **[CRITICAL]**

            - [x] **Network made**
              - Name: `net-1`
              - Place: north

            - [x] **Rooms made**
              - [ ] Room one: `10.0.1.0/24`
              - [x] Room two: `10.0.2.0/24`

            - [ ] **Doors set** *(or gates)*
              - [ ] Front door

            ### 1.2 Names **[HIGH]**

            - [ ] Names point here
            - [x] Papers signed
            - [ ] Old names kept
            - [ ] **Time to live**: 300 seconds
            """),

        // Hollow squares inside fenced code, with labels and rules of underscores between them.
        new("arslan9024/whatsapp-bot-linda PHASE_3_WEEK_1_QUICK_LAUNCH.md", "QUICK_LAUNCH.md", 2, 6, 0, 4,
            """
            # THE WEEK BEGINS
            ## Five minutes for a look

            **Date:** 2026-02-17

            ### Before nine
            ```
            □ Everybody is in the room
            □ The line works: ____________________
            □ Phones are charged

            Who leads:
              □ The plan is printed
            ```

            ### Nine
            ```
            AGENDA:
            1. Hello

            □ All know their part
              □ All have a key
            Notes:
            ```
            """),

        // Bold groups with boxes of their own below, at two levels of headings.
        new("AENDYSTUDIO/normaldance docs/risk-management/operational-checklists.md", "operational-checklists.md", 3, 10, 0, 0,
            """
            # Lists for the night

            ## Before (day 0)

            ### Code & machines
            - [ ] **Where the code is**
              - [ ] In three places
              - [ ] With two keys

            - [ ] **Money put by**
              - [ ] Enough for a month

            ### People
            - [ ] **All trained**
              - [ ] On a roster

            ## The week

            ### Machines
            - [ ] **Way back**
              - [ ] "Red button" tried
              - [ ] Takes a minute
            """),

        // A table of fields about the document, a team table, then tables with numbers that begin anew, owners, days and squares.
        new("emmanuelbenitez-pm/pm-templates templates/go-live-checklist-template.md", "template.md", 2, 5, 1, 7,
            """
            # Go-live

            ## 📋 The document

            | Field | Details |
            |-------|---------|
            | **Project** | Shop |
            | **Version** | 1.0 |

            ### The team

            | Role | Name | Phone |
            |------|------|-------|
            | **Lead** | Ada | 1 |
            | **Tests** | Max | 2 |

            ## ✅ Before

            | # | Task | Owner | Due Date | Status |
            |---|------|-------|----------|--------|
            | 1 | Freeze the code | Ada | 2026-03-01 | ☐ Not Started |
            | 2 | Tell the users | Max, Ada | 03/25/2026 | ☑ Complete |
            | 3 | Back up | Ada | soon | ☐ |

            ## 🚀 On the day

            | # | Task | Owner | Due Date | Status |
            |---|------|-------|----------|--------|
            | 1 | Open the doors | Max | 08:00 | ☐ |
            | 2 | Look at the numbers | Ada | | ☐ |
            """),
    ];

    [Theory, MemberData(nameof(Shapes))]
    public void A_document_of_a_public_shape_gives_the_items_that_were_counted_by_hand(Shape shape)
    {
        var result = Imports.Of(shape.Text, shape.File);
        var list = Imports.List(result);

        list.Items.Should().HaveCount(shape.Items, string.Join(", ", Imports.Titles(list)));
        list.Sections.Should().HaveCount(shape.Sections, string.Join(" | ", list.Sections.Select(section => section.Title)));
        list.Items.Count(item => item.RecordedStatus == ItemStatus.Done).Should().Be(shape.Done);
        result.Lines.Left.Should().HaveCount(shape.Left, string.Join('\n', result.Lines.Left.Select(line => shape.Text.Split('\n')[line])));
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Every_word_of_a_line_that_was_taken_is_in_the_list(Shape shape) => LineAccount.ShouldHold(Imports.Of(shape.Text, shape.File));
}
