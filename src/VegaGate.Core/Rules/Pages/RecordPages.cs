using VegaGate.Gate;

namespace VegaGate.Rules.Pages;

/// <summary>Manual pages of what is found only where the issues can be read.</summary>
internal static class RecordPages
{
    public static IEnumerable<ManualEntry> All =>
    [
        new(RecordedSignOffs.NotBorneOut, new RulePage(
            What: "An entry of `sign-offs` that the item's issue does not bear out: nobody said it there, it was taken back, or it was said at another time, of "
                + "another text, or on another issue. `vegagate record` and `vegagate gate` find it, since it takes the issue; `vegagate validate` does not.",
            Why: "The gate counts what the issue shows, and not the file. Who reads the file believes in a sign-off that holds nothing open and lets nothing through. "
                + "`vegagate record` writes what is true.",
            Bad: """
                checklist: launch
                title: Launch
                people: { zev: { github: zev-dev } }
                sections:
                  - id: scope
                    title: Scope
                    items:
                      - id: "1.1"
                        title: Confirm the scope.
                        owners: zev
                        status: done
                        sign-offs: [{ by: zev, at: 2026-03-01T09:12:00Z, issue: 41 }]
                """,
            Good: """
                checklist: launch
                title: Launch
                people: { zev: { github: zev-dev } }
                sections:
                  - id: scope
                    title: Scope
                    items:
                      - id: "1.1"
                        title: Confirm the scope.
                        owners: zev
                        status: todo
                """)),
    ];
}
