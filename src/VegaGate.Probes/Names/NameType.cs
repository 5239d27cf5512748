namespace VegaGate.Probes.Names;

/// <summary>Types of records, by their numbers in a message.</summary>
internal enum NameType
{
    A = 1,
    NS = 2,
    CNAME = 5,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    CAA = 257,
}
