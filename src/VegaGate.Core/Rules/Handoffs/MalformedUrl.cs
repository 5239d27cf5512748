using VegaGate.Diagnostics;

namespace VegaGate.Rules.Handoffs;

/// <summary>An artifact whose address nobody can open as it stands there.</summary>
public sealed class MalformedUrl : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "VG6012", "malformed-url", DiagnosticSeverity.Error, "The address of an artifact is no address of a web page.");

    public override RulePage Page => new(
        "An artifact whose `url` has a blank, does not begin with `http://` or `https://`, has no host, or has a name or password before its host.",
        "The receiving team opens the address to see the artifact, and the gate asks for it where it may. What is no address can be neither opened nor asked for, and a password in a file is everybody's.",
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: rr, artifacts: [{ name: Report, url: "docs.example.com report" }] }
        """,
        """
        checklist: launch
        title: Launch
        people: { zev: { github: zev-dev }, rr: { github: rr-client } }
        phases:
          - id: build
            title: Build
            owners: zev
            items: [{ id: "1.1", title: Build the package. }]
            handoff: { to: rr, artifacts: [{ name: Report, url: "https://docs.example.com/report" }] }
        """);

    public override void Check(RuleContext context)
    {
        foreach (var artifact in context.Checklist.Sections.SelectMany(section => section.Handoff?.Artifacts ?? []))
        {
            if (artifact.Url is { } url && Explain(url) is { } fault)
                context.Report(this, artifact.UrlPlace, $"This address {fault}; write all of it, such as `https://docs.example.com/report`.");
        }
    }

    private static string? Explain(string url)
    {
        if (url.Any(char.IsWhiteSpace))
            return "has a blank";
        if (!url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return "does not begin with `https://` or `http://`";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0)
            return "has no host";
        return address.UserInfo.Length > 0 ? "has a name or password before its host" : null;
    }
}
