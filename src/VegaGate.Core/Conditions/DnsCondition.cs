using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Conditions;

/// <summary>Looks a name up.</summary>
public static class DnsCondition
{
    public static KeyFormat Host { get; } = Required("name", Scalars.HostName, "The name that is looked up.");

    public static KeyFormat Type { get; } = Optional("type", Scalars.Choice("A", "AAAA", "CAA", "CNAME", "MX", "NS", "TXT"), "The type of the records; A unless said.");

    public static KeyFormat Value { get; } = Optional("value", Lists.Lines, "Records that are all among the answers; any record unless said.");

    public static ProbeFormat Format { get; } = new("dns", "A name has the records that are described.", [Host, Type, Value]);
}
