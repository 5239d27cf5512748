namespace VegaGate.Rules.Pages;

/// <summary>Manual pages of suppressions, and of a rule that fails.</summary>
internal static class SuppressionPages
{
    public static IEnumerable<ManualEntry> All =>
    [
        new(ValidatorDiagnostics.UnexplainedSuppression, new RulePage(
            What: "A suppression without a reason behind `--`.",
            Why: "Nobody can say later whether it may go. Until it has a reason, it suppresses nothing.",
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
                        title: Point the domain at the new host  # vegagate: ignore VG1008
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
        new(ValidatorDiagnostics.UnusedSuppression, new RulePage(
            What: "A suppression on a line that has no finding of the rule.",
            Why: "It was left behind when the finding went, and would hide the next one without anybody having agreed to that.",
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
                        title: Point the domain at the new host  # vegagate: ignore VG1008 -- the old id
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
        new(ValidatorDiagnostics.ExpiredSuppression, new RulePage(
            What: "A suppression whose last day has passed.",
            Why: "It was meant to end. The finding is back, and the comment says otherwise.",
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
                        title: Point the domain at the new host  # vegagate: ignore VG1008 until 2020-12-31 -- moving
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
        new(ValidatorDiagnostics.UnknownRuleInSuppression, new RulePage(
            What: "A suppression of an id or a name that no rule has.",
            Why: "It suppresses nothing: the id is misspelt, or the rule is from another version.",
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
                        title: Point the domain at the new host  # vegagate: ignore VG1999 -- the old id
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
        new(ValidatorDiagnostics.RuleFailed, new RulePage(
            What: "A rule that failed while it looked at a list. The other rules still ran.",
            Why: "What the rule would have found is not known, so the list cannot be let through. It is a fault of VegaGate; please report it.",
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
        new(ValidatorDiagnostics.FixedRuleInSuppression, new RulePage(
            What: "A suppression of a rule whose errors cannot be suppressed.",
            Why: "Sync and gate would work from something other than what is written. The comment suppresses nothing.",
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
                        title: Point the domain at the new host  # vegagate: ignore VG1007 -- both are one item
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
