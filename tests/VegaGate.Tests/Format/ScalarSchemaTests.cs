using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using VegaGate.Checklists;
using VegaGate.Configuration;
using VegaGate.Format;

namespace VegaGate.Tests.Format;

/// <summary>What a scalar says of itself for a schema and what it accepts are one.</summary>
public sealed class ScalarSchemaTests
{
    private const int Samples = 3_000;

    /// <summary>Near what the formats accept, so that about every second change is on the edge.</summary>
    private static readonly string[] Seeds =
    [
        "a", "go-live", "Zev.rr_1", "vega77/ops", "owner/name.js", "github-actions[bot]", "2026-02-28", "2028-02-29", "2100-02-29", "2000-02-29", "0000-01-01", "0001-12-31", "2026-04-31",
        "2026-03-01T09:12:00Z", "2026-03-01T23:59Z", "2026-03-01T24:00:00Z", "2026-03-01T09:12:00.1234567Z", "2026-03-01T09:12:00.Z", "15m", "9999w", "10000h", "unresolved", "100%", "007%", "101%", "0%",
        "3f9a1c7e", "99", "100", "404", "599", "600", "65535", "65536", "example.com", "a..b", "any", "all", "1", "0", "007", "9223372036854775807", "9223372036854775808", "true", "false", "todo", "in-progress", "critical", "", "\n", " ", " \t", "\u00A0", "\u3000\n", " a ", "a\nb", "In Progress", "DONE", "in--progress", "\u00E4", "\u0661", "\uD83D\uDE00",
        "a123456789012345678901234567890123456789", "a12345678901234567890123456789012345678",
        "area: security", "a label of fifty characters, not one more than that",
    ];

    private static readonly Gen<string> Texts =
        from seed in Gen.Elements(Seeds)
        from changes in Gen.Choose(0, 3)
        from places in Gen.ArrayOf(Gen.Choose(0, 45), changes)
        from characters in Gen.ArrayOf(Gen.Elements("aZ019-._/%[]:mhdwTZ \n\t\u00E4\u0661\u0130\u212A".ToCharArray()), changes)
        from kinds in Gen.ArrayOf(Gen.Choose(0, 2), changes)
        select Change(seed, places, characters, kinds);

    public static TheoryData<string> Kinds => [.. Scalars().Select(scalar => scalar.Expected).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_schema_accepts_exactly_what_the_reader_accepts(string expected)
    {
        foreach (var scalar in Scalars().Where(scalar => scalar.Expected == expected).Distinct())
        {
            foreach (var text in Seeds.Concat(Gen.Sample(Texts, 50, Samples)))
                Accepts(scalar, text).Should().Be(scalar.Accepts(text), "of \"{0}\"", text);
        }
    }

    /// <summary>What the schema says, with the unquoted text read as the core schema of YAML does.</summary>
    private static bool Accepts(ScalarFormat scalar, string text) => scalar.Choices.Contains(text, StringComparer.Ordinal) || scalar.Kind switch
    {
        ScalarKind.Boolean => text is "true" or "false",
        ScalarKind.Integer => Regex.IsMatch(text, @"\A[0-9]+\z") && BigInteger.Parse(text, CultureInfo.InvariantCulture) is var number && number >= scalar.Minimum && number <= scalar.Maximum,
        _ => scalar.Choices.IsEmpty && text.Length > 0 && (scalar.Pattern is null || Regex.IsMatch(text, $@"\A(?:{scalar.Pattern})\z")) && !(text.Length > scalar.MaxLength),
    };

    private static string Change(string text, int[] places, char[] characters, int[] kinds)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var at = places[i] % (text.Length + 1);
            text = kinds[i] switch
            {
                0 => text.Insert(at, characters[i].ToString()),
                1 when at < text.Length => text.Remove(at, 1),
                _ when at < text.Length => text.Remove(at, 1).Insert(at, characters[i].ToString()),
                _ => text,
            };
        }

        return text;
    }

    private static IEnumerable<ScalarFormat> Scalars() => Inside(ChecklistFormat.Mapping).Concat(Inside(ConfigurationFormat.Mapping));

    private static IEnumerable<ScalarFormat> Inside(ValueFormat format) => format switch
    {
        ScalarFormat scalar => [scalar],
        MappingFormat mapping => mapping.Keys.SelectMany(key => Inside(key.Value)),
        ListFormat list => Inside(list.Item),
        NamedFormat named => Inside(named.Name).Concat(Inside(named.Value)),
        EitherFormat either => Inside(either.Scalar).Concat(Inside(either.Other)),
        _ => [],
    };
}
