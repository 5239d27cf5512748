using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace VegaGate.Probes.Names;

/// <summary>What a name server answered.</summary>
/// <param name="IsTruncated">Whether it did not fit: to be asked again by TCP.</param>
/// <param name="Code">0 for an answer, 3 where there is no such name, anything else for a failure.</param>
/// <param name="Values">The records of the asked type, as people write them.</param>
internal sealed record NameAnswer(bool IsTruncated, int Code, ImmutableArray<string> Values)
{
    public const int Found = 0;
    public const int NoSuchName = 3;
}

/// <summary>
/// Writes a question and reads an answer (RFC 1035). Every length of an answer is held against what is there, and a name may only point back, so that none leads in a circle.
/// </summary>
internal static class NameMessage
{
    /// <summary>What the network takes without cutting it to pieces, as the world's operators agreed in 2020.</summary>
    public const int MaxDatagram = 1_232;

    private const int HeaderBytes = 12;
    private const int MaxLabel = 63;
    private const int MaxName = 255;
    private const int MaxAliases = 16;
    private const int Internet = 1;
    private const int Options = 41;

    /// <summary>A question for a recursive server; null where the name has a label that no message can hold.</summary>
    public static byte[]? Write(ushort id, string name, NameType type)
    {
        var labels = name.Split('.');
        if (labels.Any(label => label.Length is 0 or > MaxLabel) || name.Length > MaxName - 2)
            return null;
        var bytes = new List<byte>(HeaderBytes + name.Length + 17);
        Add(id, 0x0100, 1, 0, 0, 1);
        foreach (var label in labels)
        {
            bytes.Add((byte)label.Length);
            bytes.AddRange(Encoding.ASCII.GetBytes(label));
        }

        bytes.Add(0);
        Add((ushort)type, Internet);
        bytes.Add(0);
        Add(Options, MaxDatagram, 0, 0, 0);
        return [.. bytes];

        void Add(params ReadOnlySpan<ushort> numbers)
        {
            foreach (var number in numbers)
                bytes.AddRange([(byte)(number >> 8), (byte)number]);
        }
    }

    /// <summary>Reads an answer.</summary>
    /// <returns>Null where it answers something else: it may have been sent by anybody.</returns>
    /// <exception cref="InvalidDataException">It answers the question, and is no message.</exception>
    public static NameAnswer? Read(ReadOnlySpan<byte> message, ushort id, string name, NameType type)
    {
        if (message.Length < HeaderBytes || Number(message, 0) != id)
            return null;
        var flags = Number(message, 2);
        if ((flags & 0xF800) != 0x8000 || Number(message, 4) != 1)
            return null;
        var at = HeaderBytes;
        if (!ReadName(message, ref at).Equals(name, StringComparison.OrdinalIgnoreCase) || Number(message, at) != (int)type || Number(message, at + 2) != Internet)
            return null;
        at += 4;
        var isTruncated = (flags & 0x0200) != 0;
        return new NameAnswer(isTruncated, flags & 0xF, isTruncated ? [] : ReadRecords(message, at, Number(message, 6), name, type));
    }

    /// <summary>The records of the type that belong to the name, or to what it is an alias of.</summary>
    private static ImmutableArray<string> ReadRecords(ReadOnlySpan<byte> message, int at, int count, string name, NameType type)
    {
        var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var found = new List<(string Owner, string Value)>();
        for (var i = 0; i < count; i++)
        {
            var owner = ReadName(message, ref at);
            var kind = Number(message, at);
            var isInternet = Number(message, at + 2) == Internet;
            var length = Number(message, at + 8);
            at += 10;
            if (length > message.Length - at)
                throw Broken();
            if (isInternet && kind == (int)type)
                found.Add((owner, ReadValue(message, at, length, type)));
            else if (isInternet && kind == (int)NameType.CNAME)
                aliases.TryAdd(owner, ReadValue(message, at, length, NameType.CNAME));
            at += length;
        }

        var owned = name;
        for (var i = 0; i < MaxAliases && type != NameType.CNAME && aliases.TryGetValue(owned, out var next); i++)
            owned = next;
        return [.. found.Where(record => record.Owner.Equals(owned, StringComparison.OrdinalIgnoreCase)).Select(record => record.Value)];
    }

    private static string ReadValue(ReadOnlySpan<byte> message, int at, int length, NameType type)
    {
        var data = message.Slice(at, length);
        switch (type)
        {
            case NameType.A when length == 4:
            case NameType.AAAA when length == 16:
                return new IPAddress(data).ToString();
            case NameType.NS or NameType.CNAME:
                return ReadNameWithin(message, at, length);
            case NameType.MX when length > 2:
                return string.Create(CultureInfo.InvariantCulture, $"{Number(message, at)} {ReadNameWithin(message, at + 2, length - 2)}");
            case NameType.TXT:
                return ReadTexts(data);
            case NameType.CAA when length > 2 && data[1] <= length - 2:
                return string.Create(CultureInfo.InvariantCulture, $"{data[0]} {Text(data.Slice(2, data[1]))} \"{Text(data[(2 + data[1])..])}\"");
            default:
                throw Broken();
        }
    }

    /// <summary>A name that fills its place.</summary>
    private static string ReadNameWithin(ReadOnlySpan<byte> message, int at, int length)
    {
        var end = at;
        var name = ReadName(message, ref end);
        return end == at + length ? name : throw Broken();
    }

    /// <summary>The strings of a record, which belong together, as one.</summary>
    private static string ReadTexts(ReadOnlySpan<byte> data)
    {
        var text = new List<byte>(data.Length);
        for (var at = 0; at < data.Length;)
        {
            var length = data[at];
            if (length > data.Length - at - 1)
                throw Broken();
            text.AddRange(data.Slice(at + 1, length));
            at += 1 + length;
        }

        return Text([.. text]);
    }

    /// <summary>Reads a name, and moves on to what follows it.</summary>
    private static string ReadName(ReadOnlySpan<byte> message, ref int at)
    {
        var name = new StringBuilder();
        var place = at;
        var lowest = at;
        var total = 1;
        int? after = null;
        while (true)
        {
            if (place >= message.Length)
                throw Broken();
            int length = message[place];
            if (length == 0)
            {
                at = after ?? place + 1;
                return name.ToString();
            }

            if (length >= 0xC0)
            {
                var target = Number(message, place) & 0x3FFF;
                if (target >= lowest)
                    throw Broken();
                after ??= place + 2;
                (place, lowest) = (target, target);
                continue;
            }

            total += 1 + length;
            if (length > MaxLabel || total > MaxName || length >= message.Length - place)
                throw Broken();
            if (name.Length > 0)
                name.Append('.');
            name.Append(Text(message.Slice(place + 1, length)).Replace(".", "\\.", StringComparison.Ordinal));
            place += 1 + length;
        }
    }

    /// <summary>ASCII as it is; any other byte, control characters and backslashes as a number behind a backslash, as zone files have it.</summary>
    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            if (b is >= 0x20 and < 0x7F and not (byte)'\\')
                text.Append((char)b);
            else
                text.Append(CultureInfo.InvariantCulture, $"\\{b:D3}");
        }

        return text.ToString();
    }

    private static int Number(ReadOnlySpan<byte> message, int at) => at >= 0 && at + 2 <= message.Length ? BinaryPrimitives.ReadUInt16BigEndian(message[at..]) : throw Broken();

    private static InvalidDataException Broken() => new("the answer of the name server is no message");
}
