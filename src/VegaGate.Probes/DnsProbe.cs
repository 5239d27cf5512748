using System.Net;
using VegaGate.Conditions;
using VegaGate.Format;
using VegaGate.Probes.Names;

namespace VegaGate.Probes;

/// <summary>Asks the system's name server for records of a name.</summary>
internal sealed class DnsProbe : IProbe
{
    private const int MostShown = 5;

    public ProbeFormat Format => DnsCondition.Format;

    public TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    public async Task<Finding> AskAsync(MappingReader parameters, ProbeContext context, CancellationToken cancellation)
    {
        var name = parameters.Require(DnsCondition.Host);
        var word = parameters.Find(DnsCondition.Type) ?? nameof(NameType.A);
        var type = Enum.Parse<NameType>(word);
        context.Network.CheckAllowed(name);
        var answer = await context.Names.AskAsync(name, type, cancellation);
        if (answer.Code == NameAnswer.NoSuchName)
            return Finding.Fail($"there is no name {name}");
        if (answer.Values.IsEmpty)
            return Finding.Fail($"{name} has no {word} record");
        var expected = parameters.Texts(DnsCondition.Value).Select(value => value.Value).ToArray();
        if (expected.Length == 0 && parameters.Node(DnsCondition.Value) is not null)
            throw new UnansweredException($"its `{DnsCondition.Value.Name}` names no record");
        var shown = string.Join(", ", answer.Values.Order(StringComparer.Ordinal).Take(MostShown).Select(Shown.Of)) + (answer.Values.Length > MostShown ? $" and {answer.Values.Length - MostShown} more" : "");
        return Array.Find(expected, value => !answer.Values.Any(record => IsSame(type, record, value))) is { } missing
            ? Finding.Fail($"{name} has no {word} record {Shown.Of(missing)}, but {shown}")
            : Finding.Pass($"{name} has the {word} record{(answer.Values.Length == 1 ? "" : "s")} {shown}");
    }

    /// <summary>Whether a record is the one that a checklist names, however that writes it.</summary>
    private static bool IsSame(NameType type, string record, string expected) => type switch
    {
        NameType.A or NameType.AAAA => IPAddress.TryParse(expected, out var address) && address.ToString() == record,
        NameType.TXT => record == expected,
        NameType.CAA => IsSameCaa(record.Split(' ', 3), expected.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries)),
        NameType.MX => SameName(record, expected) || SameName(record[(record.IndexOf(' ', StringComparison.Ordinal) + 1)..], expected),
        _ => SameName(record, expected),
    };

    private static bool IsSameCaa(string[] record, string[] expected) =>
        expected is [var flags, var tag, var value] && flags == record[0] && tag.Equals(record[1], StringComparison.OrdinalIgnoreCase) && value.Trim('"') == record[2].Trim('"');

    private static bool SameName(string record, string expected) => record.Equals(expected.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
