using VegaGate.Format;

namespace VegaGate.Conditions;

/// <summary>Kinds of single values that probes share.</summary>
internal static class ProbeScalars
{
    /// <summary>The limit of the domain name system.</summary>
    private const int HostLength = 253;

    /// <summary>Underscores are no letters of a host, but of names such as <c>_dmarc.example.com</c>.</summary>
    public static ScalarFormat HostName { get; } = new("a host name such as agent.example.com", IsHostName)
    {
        Name = "host-name",
        Pattern = @"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*",
        MaxLength = HostLength,
    };

    private static bool IsHostName(string text)
    {
        if (text.Length is 0 or > HostLength)
            return false;
        var isLabelEmpty = true;
        foreach (var c in text)
        {
            if (c == '.' ? isLabelEmpty : !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-'))
                return false;
            isLabelEmpty = c == '.';
        }

        return !isLabelEmpty;
    }
}
