using System.Collections.Immutable;

namespace VegaGate.Probes.Network;

/// <summary>The hosts that the configuration lets probes reach; none by itself.</summary>
/// <param name="patterns">Names, and with "*." before it everything below a name, but not the name itself.</param>
internal sealed class AllowedHosts(ImmutableArray<string> patterns)
{
    /// <summary>Whether a host, in ASCII, is one of them.</summary>
    public bool Allows(string host)
    {
        var name = host.EndsWith('.') ? host[..^1] : host;
        return name.Length > 0 && patterns.Any(pattern => pattern.StartsWith("*.", StringComparison.Ordinal)
            ? name.Length >= pattern.Length && name[0] != '.' && name.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
            : name.Equals(pattern, StringComparison.OrdinalIgnoreCase));
    }
}
