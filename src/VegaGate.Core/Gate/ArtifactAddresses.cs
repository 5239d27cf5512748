using VegaGate.Conditions;
using VegaGate.Format;
using VegaGate.Syntax;

namespace VegaGate.Gate;

/// <summary>
/// Asks whether artifacts that are located by an address are there: by the <c>http</c> probe and its rules. An address whose host may not be reached is not asked for, and
/// so whoever accepts vouches for it.
/// </summary>
/// <param name="open">Opens what asks; it is called when an address is asked for.</param>
/// <param name="mayReach">Whether a host, in lower case, is one that the configuration lets us reach.</param>
public sealed class ArtifactAddresses(Func<IProbes> open, Func<string, bool> mayReach)
{
    private IProbes? _probes;

    /// <summary>Null for an address that is not asked for. What cannot be found out is not known to be there.</summary>
    public async Task<ArtifactFact?> FindAsync(string address, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || !mayReach(uri.IdnHost.ToLowerInvariant()))
            return null;
        var text = new YamlScalar(address, ScalarStyle.DoubleQuoted, default);
        var call = new ProbeCall(
            new Located<string>(HttpCondition.Format.Kind, default), address, new YamlMapping([new YamlEntry(new YamlScalar(HttpCondition.Url.Name, ScalarStyle.Plain, default), text)], default));
        var answer = await (_probes ??= open()).AskAsync(call, cancellation);
        return new ArtifactFact(answer.Outcome switch { ProbeOutcome.Passed => true, ProbeOutcome.Failed => false, _ => null }, $"{address}: {answer.Evidence}");
    }
}
