using System.Collections.Immutable;

namespace VegaGate.Probes;

/// <summary>Every probe, a line each.</summary>
internal static class ProbeCatalog
{
    public static ImmutableArray<IProbe> All { get; } =
    [
        new HttpProbe(),
        new TlsProbe(),
        new DnsProbe(),
        new FileProbe(),
        new TextProbe(),
        new CheckProbe(),
        new PullRequestProbe(),
    ];
}
