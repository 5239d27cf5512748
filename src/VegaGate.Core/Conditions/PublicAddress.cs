using System.Buffers.Binary;
using System.Collections.Immutable;

namespace VegaGate.Conditions;

/// <summary>
/// Tells addresses that are not public. Of the newer kind, all of which today's public ones begin with 2000::/3, whatever else there is counts as reserved: a range that is given
/// out later is not reached before somebody has looked at it.
/// </summary>
public static class PublicAddress
{
    /// <summary>The first one that an address is in says what it is.</summary>
    private static readonly ImmutableArray<Range> V4 =
    [
        Of4(0x00000000, 8, "an address of this machine"),
        Of4(0x0A000000, 8, "a private address"),
        Of4(0x64400000, 10, "a shared address"),
        Of4(0x7F000000, 8, "a loopback address"),
        Of4(0xA83F8110, 32, "an address of the cloud that runs the machine"),
        Of4(0xA9FE0000, 16, "a link-local address"),
        Of4(0xAC100000, 12, "a private address"),
        Of4(0xC0000000, 24, "a reserved address"),
        Of4(0xC0000200, 24, "a reserved address"),
        Of4(0xC0586300, 24, "a translated address"),
        Of4(0xC0A80000, 16, "a private address"),
        Of4(0xC6120000, 15, "a reserved address"),
        Of4(0xC6336400, 24, "a reserved address"),
        Of4(0xCB007100, 24, "a reserved address"),
        Of4(0xE0000000, 4, "a multicast address"),
        Of4(0xF0000000, 4, "a reserved address"),
    ];

    private static readonly ImmutableArray<Range> V6 =
    [
        Of6(0, 0, 128, "an address of this machine"),
        Of6(0, 1, 128, "a loopback address"),
        Of6(0, 0, 96, "a mapped address"),
        Of6(0, 0x0000_FFFF_0000_0000, 96, "a mapped address"),
        Of6(0, 0xFFFF_0000_0000_0000, 96, "a mapped address"),
        Of6(0x0064_FF9B_0000_0000, 0, 32, "a translated address"),
        Of6(0x2001_0000_0000_0000, 0, 32, "a translated address"),
        Of6(0x2002_0000_0000_0000, 0, 16, "a translated address"),
        Of6(0xFE80_0000_0000_0000, 0, 10, "a link-local address"),
        Of6(0xFEC0_0000_0000_0000, 0, 10, "a private address"),
        Of6(0xFC00_0000_0000_0000, 0, 7, "a unique-local address"),
        Of6(0xFF00_0000_0000_0000, 0, 8, "a multicast address"),
        Of6(0x2001_0000_0000_0000, 0, 23, "a reserved address"),
        Of6(0x2001_0DB8_0000_0000, 0, 32, "a reserved address"),
        Of6(0x3FFF_0000_0000_0000, 0, 20, "a reserved address"),
    ];

    private static readonly Range Global = Of6(0x2000_0000_0000_0000, 0, 3, "");

    /// <summary>What is wrong with an address as a place to connect to; null where it is public.</summary>
    /// <param name="address">Its bytes, four or sixteen, as they stand in a packet.</param>
    public static string? Fault(ReadOnlySpan<byte> address) => address.Length switch
    {
        4 => Fault(BinaryPrimitives.ReadUInt32BigEndian(address)),
        16 => Fault(BinaryPrimitives.ReadUInt128BigEndian(address)),
        _ => "no address",
    };

    internal static string? Fault(uint address) => Find(V4, address)?.Fault;

    internal static string? Fault(UInt128 address) => Find(V6, address)?.Fault ?? (Global.Contains(address) ? null : "a reserved address");

    private static Range? Find(ImmutableArray<Range> ranges, UInt128 address)
    {
        foreach (var range in ranges)
        {
            if (range.Contains(address))
                return range;
        }

        return null;
    }

    private static Range Of4(uint first, int prefix, string fault) => new(first, 32 - prefix, fault);

    private static Range Of6(ulong upper, ulong lower, int prefix, string fault) => new(new UInt128(upper, lower), 128 - prefix, fault);

    /// <summary>Addresses that begin alike.</summary>
    /// <param name="FreeBits">How many of the last bits do not matter.</param>
    private sealed record Range(UInt128 First, int FreeBits, string Fault)
    {
        public bool Contains(UInt128 address) => (address ^ First) >> FreeBits == UInt128.Zero;
    }
}
