using VegaGate.Conditions;

namespace VegaGate.Probes.Network;

/// <summary>Reads the address of an <c>http</c> probe or of a redirect, and refuses what is no plain https address.</summary>
internal static class ProbeAddress
{
    /// <summary>Reads an absolute address.</summary>
    /// <exception cref="UnansweredException">It is none that a probe may ask.</exception>
    public static Uri Parse(string text) =>
        ProbeUrl.Fault(text) is { } fault ? throw new UnansweredException($"the address {fault}") : new Uri(text, UriKind.Absolute);

    /// <summary>Where a redirect leads.</summary>
    /// <exception cref="UnansweredException">To nothing that a probe may ask.</exception>
    public static Uri Follow(Uri from, string location)
    {
        if (!ProbeUrl.IsPlain(location) || !Uri.TryCreate(from, location, out var next))
            throw new UnansweredException("it redirects to something that is no address");
        try
        {
            // What the answer wrote, and what was made of it.
            return Parse(location.Contains("//", StringComparison.Ordinal) && Uri.TryCreate(location, UriKind.Absolute, out _) && !location.StartsWith('/') ? location : next.AbsoluteUri);
        }
        catch (UnansweredException problem)
        {
            throw new UnansweredException($"it redirects, and there {problem.Message}");
        }
    }
}
