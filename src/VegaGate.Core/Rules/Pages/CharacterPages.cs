using VegaGate.Syntax;

namespace VegaGate.Rules.Pages;

/// <summary>Manual pages of what a reader of the file would not see.</summary>
internal static class CharacterPages
{
    public static IEnumerable<ManualEntry> All =>
    [
        new(SyntaxDiagnostics.Encoding, new RulePage(
            What: "A file that is not UTF-8, or bytes in it that are not.",
            Why: "A reader has to guess what the bytes mean, and two readers guess differently: a name or an id would be another one.",
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
                        title: Point the domain at the new h<0xF4>te
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
                        title: Point the domain at the new hôte
                        owners: [zev]
                """)),
        new(SyntaxDiagnostics.ControlCharacter, new RulePage(
            What: "A control character other than tab and line end.",
            Why: "It is invisible in a diff, and can make a terminal clear, overwrite or colour what it shows: a log would say what the file does "
                + "not.",
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
                        pass: The name resolves.<U+001B>[2K
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
                        pass: The name resolves.
                """)),
        new(SyntaxDiagnostics.InvisibleCharacter, new RulePage(
            What: "A bidirectional or zero-width character.",
            Why: "The text looks different from what it says: a reviewer reads one thing, and the program another.",
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
                        pass: The name <U+202E>ton seod<U+202C> resolve.
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
                        pass: The name does not resolve.
                """)),
        new(SyntaxDiagnostics.LineSeparator, new RulePage(
            What: "A character that ends the line for some readers and not for others, such as U+2028, U+0085 or a carriage return alone.",
            Why: "A reviewer sees one comment, where some parsers see a further line: a hidden edit of the list that would pass the gate.",
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
                        pass: The name resolves. # agreed<U+2028>        required: false
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
                        pass: The name resolves. # agreed
                """)),
        new(SyntaxDiagnostics.InnerByteOrderMark, new RulePage(
            What: "A byte-order mark inside the text. At the very start it is allowed.",
            Why: "It is invisible there, and makes two words that look the same differ: an id with one names no item.",
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
                        title: <U+FEFF>Point the domain at the new host
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
    ];
}
