using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Conditions;

/// <summary>Looks at the certificate of a server.</summary>
public static class TlsCondition
{
    private const int LastPort = 65_535;

    public static KeyFormat Host { get; } = Required("host", Scalars.HostName, "The server, and the name that the certificate is for.");

    public static KeyFormat Port { get; } = Optional("port", Scalars.Between(1, LastPort), "The port; 443 unless said.");

    public static KeyFormat ValidFor { get; } = Optional("valid-for", Scalars.Duration, "How much longer the certificate is valid, at least.");

    public static ProbeFormat Format { get; } = new("tls", "A server shows a certificate that holds.", [Host, Port, ValidFor]);
}
