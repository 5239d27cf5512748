using System.Security.Cryptography;
using System.Text;

namespace VegaGate.Checklists;

/// <summary>Short names for texts: equal texts have equal ones, and nobody can make another text of the same one in practice.</summary>
public static class Fingerprints
{
    /// <summary>64 bits: with fewer, a second text of the same fingerprint can be searched for on one machine.</summary>
    private const int Bytes = 8;

    /// <summary>Of some texts in their order, as 16 lower-case hex digits. NUL, which no text holds, keeps them apart.</summary>
    public static string Of(params IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))).AsSpan(0, Bytes));
}
