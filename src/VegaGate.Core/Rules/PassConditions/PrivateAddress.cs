using VegaGate.Conditions;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Rules.PassConditions;

/// <summary>An <c>http</c> probe that goes to the machine or the network on which the gate runs, or is not encrypted. Names are judged again when they are resolved.</summary>
public sealed class PrivateAddress : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5003", "private-address", DiagnosticSeverity.Error, "An `http` probe does not go to a public address by https.");

    public override RulePage Page => new(
        "The `url` of an `http` probe that does not begin with `https://`, or whose host is `localhost` or a loopback, private, link-local, shared, multicast, reserved, mapped or translated address, in any notation.",
        "A checklist is changed by pull requests. Such a probe would be a way into the network behind the runner, or believe an answer that anybody on the way can forge; the gate refuses it, and the item holds the release.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm that the service answers.
                owners: zev
                verify: [{ http: { url: "https://127.0.0.1/health", status: 200 } }]
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev } }
        sections:
          - id: scope
            title: Scope
            items:
              - id: "1.1"
                title: Confirm that the service answers.
                owners: zev
                verify: [{ http: { url: "https://agent.example.com/health", status: 200 } }]
        """);

    public override void Check(RuleContext context)
    {
        foreach (var item in context.Checklist.Items)
        {
            foreach (var probe in item.Verify)
            {
                if (probe.Kind.Value != "http" || (probe.Parameters as YamlMapping)?.Find("url")?.Value is not YamlScalar { IsNull: false } url)
                    continue;
                if (!url.Value.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                    context.Report(this, url.Span, "An `http` probe takes an address that begins with `https://`.");
                else if (PublicHost.Fault(url.Value) is { } fault)
                    context.Report(this, url.Span, $"An `http` probe takes a public address, but the host here is {fault}; name a public host.");
            }
        }
    }
}
