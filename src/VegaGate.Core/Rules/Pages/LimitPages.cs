using VegaGate.Syntax;

namespace VegaGate.Rules.Pages;

/// <summary>Manual pages of files that are too large to be a checklist, or cannot be read at all.</summary>
internal static class LimitPages
{
    public static IEnumerable<ManualEntry> All =>
    [
        new(SyntaxDiagnostics.FileTooLarge, new RulePage(
            What: "A file of more than 10 MiB, or one with more than 1,000,000 keys and values.",
            Why: "No list that people work through is so large. The limit keeps a hostile file from tying up the machine that guards the release.",
            Bad: """
                checklist: go-live
                title: Go-live
                people:
                  zev: { github: zev-dev }
                sections:
                  - id: dns
                    title: DNS
                    items:
                      - id: "8.1"
                        title: Point the domain at the new host
                        owners: [zev]
                # <10485760 times x>
                """,
            Good: """
                checklist: go-live
                title: Go-live
                people:
                  zev: { github: zev-dev }
                sections:
                  - id: dns
                    title: DNS
                    items:
                      - id: "8.1"
                        title: Point the domain at the new host
                        owners: [zev]
                """)),
        new(SyntaxDiagnostics.TooDeep, new RulePage(
            What: "Mappings and lists more than 64 levels inside each other.",
            Why: "A checklist needs fewer than ten. Deeply nested text makes parsers slow or brings them down, and with them the gate.",
            Bad: """
                checklist: go-live
                title: Go-live
                people:
                  zev: { github: zev-dev }
                sections:
                  - id: dns
                    title: DNS
                    items:
                      - id: "8.1"
                        title: Point the domain at the new host
                        owners: [zev]
                        verify: <65 times [><65 times ]>
                """,
            Good: """
                checklist: go-live
                title: Go-live
                people:
                  zev: { github: zev-dev }
                sections:
                  - id: dns
                    title: DNS
                    items:
                      - id: "8.1"
                        title: Point the domain at the new host
                        owners: [zev]
                """)),
        new(SyntaxDiagnostics.TooLong, new RulePage(
            What: "A line, or a value, of more than 64 KiB.",
            Why: "Nobody can review it, and it makes parsers slow. A long text belongs in a file of its own, to which the list links.",
            Bad: """
                checklist: go-live
                title: Go-live
                people:
                  zev: { github: zev-dev }
                sections:
                  - id: dns
                    title: DNS
                    items:
                      - id: "8.1"
                        title: Point the domain at the new host
                        owners: [zev]
                        notes: <65537 times x>
                """,
            Good: """
                checklist: go-live
                title: Go-live
                people:
                  zev: { github: zev-dev }
                sections:
                  - id: dns
                    title: DNS
                    items:
                      - id: "8.1"
                        title: Point the domain at the new host
                        owners: [zev]
                        notes: See docs/dns.md.
                """)),
        new(SyntaxDiagnostics.UnreadableFile, new RulePage(
            What: "A file that cannot be opened or read, a list or `.vegagate.yaml`: for want of the right to; as a pipe or a device; as a link that leads nowhere, or out of the "
                + "repository. Also a folder that cannot be walked, that is named like a list, or that is such a link.",
            Why: "It is not known what the list holds, so nothing is let through: a list that could not be read must not count as one that passes.",
            Bad: """
                # file: checklists/go-live.yaml (without the right to read it)
                checklist: go-live
                title: Go-live
                people:
                  zev: { github: zev-dev }
                sections:
                  - id: dns
                    title: DNS
                    items:
                      - id: "8.1"
                        title: Point the domain at the new host
                        owners: [zev]
                """,
            Good: """
                # file: checklists/go-live.yaml
                checklist: go-live
                title: Go-live
                people:
                  zev: { github: zev-dev }
                sections:
                  - id: dns
                    title: DNS
                    items:
                      - id: "8.1"
                        title: Point the domain at the new host
                        owners: [zev]
                """)),
        new(SyntaxDiagnostics.TooManyFiles, new RulePage(
            What: "More than 5,000 checklist files in one run; no more than the first of them are read.",
            Why: "A list that was not read must not count as one that passes, and a folder that holds so many files is seldom the one that was meant.",
            Bad: """
                # file: checklists/go-live.yaml (and 5,000 more)
                checklist: go-live
                title: Go-live
                people:
                  zev: { github: zev-dev }
                sections:
                  - id: dns
                    title: DNS
                    items:
                      - id: "8.1"
                        title: Point the domain at the new host
                        owners: [zev]
                """,
            Good: """
                # file: checklists/go-live.yaml
                checklist: go-live
                title: Go-live
                people:
                  zev: { github: zev-dev }
                sections:
                  - id: dns
                    title: DNS
                    items:
                      - id: "8.1"
                        title: Point the domain at the new host
                        owners: [zev]
                """)),
    ];
}
