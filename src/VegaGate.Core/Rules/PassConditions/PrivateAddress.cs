using VegaGate.Checklists;
using VegaGate.Conditions;
using VegaGate.Diagnostics;
using VegaGate.Syntax;

namespace VegaGate.Rules.PassConditions;

/// <summary>A probe that goes to the machine or the network on which the gate runs, or an <c>http</c> probe that is not encrypted. Names are judged again when they are resolved.</summary>
public sealed class PrivateAddress : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG5003", "private-address", DiagnosticSeverity.Error, "A probe does not go to a public host, or not by https.");

    public override RulePage Page => new(
        "The `url` of an `http` probe that does not begin with `https://`, and the host of an `http`, `tls` or `dns` probe that is `localhost`, a name without a dot or below a domain of local networks (such as `.local`, `.lan`, `.internal` or `.home.arpa`), or a loopback, private, link-local, shared, multicast, reserved, mapped or translated address, in any notation. An address that the probe does not ask for another reason is reported too: one with a user name, with blanks or backslashes, or that cannot be read.",
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

    public override Action<ChecklistItem> ForItems(RuleContext context) => item =>
    {
        foreach (var probe in item.Verify)
        {
            if (FindHost(probe) is not { } place)
                continue;
            var isHttp = probe.Kind.Value == HttpCondition.Format.Kind;
            if (isHttp && !place.Value.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                context.Report(this, place.Span, "An `http` probe takes an address that begins with `https://`.");
            else if (isHttp && PublicHost.Fault(place.Value) is { } fault)
                context.Report(this, place.Span, $"An `http` probe takes a public address, but the host here is {fault}; name a public host.");
            else if (isHttp && ProbeUrl.Fault(place.Value) is { } addressFault)
                context.Report(this, place.Span, $"An `http` probe does not ask this address: it {addressFault}.");
            else if (!isHttp && PublicHost.FaultOfName(place.Value.ToLowerInvariant()) is { } hostFault)
                context.Report(this, place.Span, $"The probe `{probe.Kind.Value}` takes a public host, but this is {hostFault}; name a public host.");
        }
    };

    /// <summary>Where a probe of the network says whom it asks; null where it cannot be read, or where the probe asks nobody.</summary>
    private static YamlScalar? FindHost(ProbeCall probe)
    {
        var key = probe.Kind.Value switch
        {
            "http" => HttpCondition.Url,
            "tls" => TlsCondition.Host,
            "dns" => DnsCondition.Host,
            _ => null,
        };
        return key is not null && (probe.Parameters as YamlMapping)?.Find(key.Name)?.Value is YamlScalar { IsNull: false } value ? value : null;
    }
}
