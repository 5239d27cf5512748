using System.Globalization;
using System.Text;

namespace VegaGate.Conditions;

/// <summary>
/// Tells hosts that are not public by their text alone, in every notation that a client would take: decimal, octal and hexadecimal numbers, fewer than four
/// parts, percent escapes, and digits and dots of other scripts.
/// </summary>
public static class PublicHost
{
    /// <summary>Domains that no public name server knows: RFC 6761, 6762 (with its appendix G), 8375, and what routers and clouds give out. A name without a dot is one too.</summary>
    private static readonly string[] LocalDomains =
        [".localhost", ".local", ".internal", ".intranet", ".private", ".corp", ".home", ".lan", ".localdomain", ".home.arpa"];

    /// <summary>What is wrong with the host of an address; null where it may be public.</summary>
    /// <param name="url">An address that begins with "https://".</param>
    public static string? Fault(string url)
    {
        var rest = url.AsSpan("https://".Length).TrimStart("/\\");
        var end = rest.IndexOfAny("/?#\\");
        var authority = end < 0 ? rest : rest[..end];
        var host = Fold(authority[(authority.LastIndexOf('@') + 1)..]);
        if (host.StartsWith('['))
            return FaultOfBrackets(host);
        if (host.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0)
            host = host[..colon];
        return FaultOfName(host);
    }

    /// <summary>What is wrong with a host without brackets, port or user, in lower case; null where it may be public.</summary>
    public static string? FaultOfName(string host)
    {
        host = host.TrimEnd('.');
        if (host.Length == 0)
            return "missing";
        if (ParseV4(host) is { } address)
            return PublicAddress.Fault(address);
        return !host.Contains('.', StringComparison.Ordinal) || Array.Exists(LocalDomains, domain => host.EndsWith(domain, StringComparison.Ordinal)) ? "a name of the local machine or network" : null;
    }

    private static string? FaultOfBrackets(string host)
    {
        var close = host.IndexOf(']', StringComparison.Ordinal);
        var text = host[1..(close < 0 ? host.Length : close)];
        if (text.IndexOf('%', StringComparison.Ordinal) is var zone and >= 0)
            text = text[..zone];
        return ParseV6(text) is { } address ? PublicAddress.Fault(address) : "no address";
    }

    /// <summary>Lower case, percent escapes decoded, and the digits, letters and dots that count as ASCII ones made so.</summary>
    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder();
        foreach (var rune in Uri.UnescapeDataString(text.ToString()).EnumerateRunes())
        {
            if (rune.IsAscii)
                folded.Append(char.ToLowerInvariant((char)rune.Value));
            else if (rune.Value is 0x3002 or 0xFF0E or 0xFF61)
                folded.Append('.');
            else if (rune.Value is >= 0xFF01 and <= 0xFF5E)
                folded.Append(char.ToLowerInvariant((char)(rune.Value - 0xFEE0)));
            else if (rune.Value is >= 0x24B6 and <= 0x24E9)
                folded.Append((char)('a' + ((rune.Value - 0x24B6) % 26)));
            else if (CharUnicodeInfo.GetDigitValue(rune.ToString(), 0) is var digit and >= 0)
                folded.Append((char)('0' + digit));
            else if (rune.Value is not (0xAD or 0x200B or 0x2060 or 0xFEFF))
                folded.Append(rune.ToString());
        }

        return folded.ToString();
    }

    /// <summary>One to four numbers, of which the last fills what the others leave; null for a name.</summary>
    private static uint? ParseV4(string host)
    {
        var parts = host.Split('.');
        if (parts.Length > 4)
            return null;
        ulong address = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var room = i == parts.Length - 1 ? 8 * (5 - parts.Length) : 8;
            if (ParseNumber(parts[i]) is not { } number || number >= 1UL << room)
                return null;
            address = (address << room) | number;
        }

        return (uint)address;
    }

    private static ulong? ParseNumber(string text)
    {
        var (digits, radix) = text switch
        {
            ['0', 'x', ..] => (text[2..], 16),
            ['0', _, ..] => (text[1..], 8),
            _ => (text, 10),
        };
        if (text.Length == 0)
            return null;
        ulong number = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
                return null;
            number = Math.Min((number * (ulong)radix) + (ulong)digit, 1UL << 32);
        }

        return number;
    }

    /// <summary>Eight groups, of which one run of zeros may be left out, and the last two may be written as four numbers; null for anything else.</summary>
    private static UInt128? ParseV6(string text)
    {
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        var head = new List<int>();
        var tail = new List<int>();
        var isRead = gap < 0 ? ReadGroups(text, head) : ReadGroups(text[..gap], head) && ReadGroups(text[(gap + 2)..], tail);
        if (!isRead || (gap < 0 ? head.Count != 8 : head.Count + tail.Count > 7))
            return null;
        var groups = new int[8];
        head.CopyTo(groups);
        tail.CopyTo(groups, groups.Length - tail.Count);
        return groups.Aggregate(UInt128.Zero, (address, group) => (address << 16) | (UInt128)group);
    }

    private static bool ReadGroups(string text, List<int> groups)
    {
        if (text.Length == 0)
            return true;
        foreach (var part in text.Split(':'))
        {
            if (part.Contains('.', StringComparison.Ordinal) && ParseV4(part) is { } address)
            {
                groups.Add((int)(address >> 16));
                groups.Add((int)(address & 0xFFFF));
            }
            else if (part.Length is > 0 and <= 4 && int.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var group))
            {
                groups.Add(group);
            }
            else
            {
                return false;
            }

            if (groups.Count > 8)
                return false;
        }

        return true;
    }
}
