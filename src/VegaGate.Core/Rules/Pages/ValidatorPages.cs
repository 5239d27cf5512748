using VegaGate.Configuration;

namespace VegaGate.Rules.Pages;

/// <summary>Manual pages of what the validator reports apart from its rules.</summary>
internal static class ValidatorPages
{
    public static IEnumerable<ManualEntry> All =>
    [
        new(Validator.NotAChecklist, new RulePage(
            What: "A file that does not hold a checklist: nothing, a list, a single value, or a mapping without the key `checklist`.",
            Why: "A file under `checklists/` that is passed over in silence would hold nothing. What is no checklist belongs elsewhere.",
            Bad: """
                name: go-live
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
        new(ConfigurationBinder.InvalidConfiguration, new RulePage(
            What: "A configuration with an unknown key, or a value that its key does not take.",
            Why: "A setting that nobody reads would leave the gate otherwise than it was meant: reporting where it was to block, or asking another "
                + "repository.",
            Bad: """
                # file: .vegagate.yaml
                gate:
                  pull-requests: block
                """,
            Good: """
                # file: .vegagate.yaml
                gate:
                  pull-request: block
                """)),
    ];
}
