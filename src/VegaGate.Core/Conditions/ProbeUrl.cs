namespace VegaGate.Conditions;

/// <summary>Tells addresses that an <c>http</c> probe does not ask, by their text alone: for the rule that says so in the file, and for the probe itself.</summary>
public static class ProbeUrl
{
    private const string Scheme = "https://";

    /// <summary>What is wrong with an address, as in "the address …"; null where it may be asked.</summary>
    public static string? Fault(string url)
    {
        if (!IsPlain(url))
            return "holds blanks, control characters or backslashes";
        if (!url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return "does not begin with `https://`";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            return "cannot be read";
        if (address.UserInfo.Length > 0 || Authority(url).Contains('@'))
            return "holds a user name or a password, and probes give nobody credentials";
        return PublicHost.Fault(url) is { } fault ? $"has a host that is {fault}, and probes go to public addresses only" : null;
    }

    /// <summary>Whether a text holds nothing that clients read as something else, or not at all.</summary>
    public static bool IsPlain(string url)
    {
        foreach (var c in url)
        {
            if (char.IsControl(c) || c is ' ' or '\\')
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<char> Authority(string url)
    {
        var rest = url.AsSpan(Scheme.Length);
        var end = rest.IndexOfAny("/?#");
        return end < 0 ? rest : rest[..end];
    }
}
