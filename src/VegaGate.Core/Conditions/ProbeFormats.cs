using System.Collections.Immutable;
using VegaGate.Format;

namespace VegaGate.Conditions;

/// <summary>Every kind of probe, a line each.</summary>
public static class ProbeFormats
{
    public static ImmutableArray<ProbeFormat> All { get; } =
    [
        HttpCondition.Format,
        TlsCondition.Format,
        DnsCondition.Format,
        FileCondition.Format,
        TextCondition.Format,
        CheckCondition.Format,
        PullRequestCondition.Format,
    ];

    /// <summary>An entry of <c>verify</c>: a probe, or several, each at its kind.</summary>
    public static MappingFormat Entry { get; } = new("probe", [.. All.Select(probe => probe.Key)]);

    public static ProbeFormat? Find(string kind)
    {
        foreach (var probe in All)
        {
            if (string.Equals(probe.Kind, kind, StringComparison.Ordinal))
                return probe;
        }

        return null;
    }

    /// <summary>The probe whose parameters a mapping holds; null where it holds something else.</summary>
    public static ProbeFormat? FindByParameters(MappingFormat mapping)
    {
        foreach (var probe in All)
        {
            if (ReferenceEquals(probe.Parameters, mapping))
                return probe;
        }

        return null;
    }
}
