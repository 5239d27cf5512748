using VegaGate.Syntax;

namespace VegaGate.Rules.Pages;

/// <summary>Manual pages of what the strict subset of YAML leaves out.</summary>
internal static class YamlPages
{
    public static IEnumerable<ManualEntry> All =>
    [
        new(SyntaxDiagnostics.YamlSyntax, new RulePage(
            What: "The text is not YAML: a bracket without its partner, a quotation that does not end, or an indentation that fits nothing above it.",
            Why: "Where the text cannot be read, it is not known what the list holds. The file is not used, and the gate holds.",
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
                        owners: [zev
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
        new(SyntaxDiagnostics.TabIndentation, new RulePage(
            What: "A line that is indented with a tab.",
            Why: "YAML does not allow it, since nobody can say how wide a tab is: what belongs to which item would depend on the editor.",
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
                <U+0009>owners: [zev]
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
        new(SyntaxDiagnostics.DuplicateKey, new RulePage(
            What: "A mapping that holds the same key twice.",
            Why: "Some readers take the first, some the last, some refuse: a reviewer sees one status, and the gate goes by the other.",
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
                        status: todo
                        status: in-progress
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
                        status: in-progress
                """)),
        new(SyntaxDiagnostics.Anchor, new RulePage(
            What: "An anchor, a name that is given to a piece of the file so that an alias can repeat it elsewhere.",
            Why: "A change in one place would change items in others, where the diff shows nothing. Write a section's default under its `owners` "
                + "instead.",
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
                        owners: &everyone [zev]
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
        new(SyntaxDiagnostics.Alias, new RulePage(
            What: "An alias, which stands for text from another place of the file.",
            Why: "What counts does not stand where it is read, and aliases of aliases make a small file fill the memory.",
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
                        pass: *usual
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
                        pass: The name resolves to the new host.
                """)),
        new(SyntaxDiagnostics.MergeKey, new RulePage(
            What: "A merge key `<<`, which brings in entries that do not stand there.",
            Why: "An item would have owners or a status that no reviewer sees in it. YAML 1.2 dropped merge keys, so that readers differ in them "
                + "too.",
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
                        <<: { status: in-progress }
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
                        status: in-progress
                """)),
        new(SyntaxDiagnostics.Tag, new RulePage(
            What: "A tag such as `!!str`, which changes how a value is read.",
            Why: "The value would be another for those who read past the tag. The format says of every key what its value is.",
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
                        pass: !!str The health check answers.
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
                        pass: The health check answers.
                """)),
        new(SyntaxDiagnostics.Directive, new RulePage(
            What: "A directive such as `%YAML`, which changes how the file is read.",
            Why: "The same text would mean different things to different readers.",
            Bad: """
                %YAML 1.2
                ---
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
        new(SyntaxDiagnostics.SecondDocument, new RulePage(
            What: "A second document in the same file, behind a line `---`.",
            Why: "Most readers stop at the first: what stands in the second would be overlooked, or would count only for some.",
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
                ---
                checklist: launch
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
                # file: checklists/launch.yaml
                checklist: launch
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
        new(SyntaxDiagnostics.ComplexKey, new RulePage(
            What: "A key that is a list, a mapping or nothing at all.",
            Why: "No key of the format is one: the entry could mean nothing, and would be left out.",
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
                        ? [pass]
                        : The name resolves to the new host.
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
                        pass: The name resolves to the new host.
                """)),
    ];
}
