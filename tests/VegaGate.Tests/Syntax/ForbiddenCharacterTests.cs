using System.Text;
using VegaGate.Syntax;

namespace VegaGate.Tests.Syntax;

/// <summary>Every character that a reader does not see, in every position that a text can have: one diagnostic, at the character.</summary>
public sealed class ForbiddenCharacterTests
{
    private static readonly string[] Positions =
    [
        "chec@klist: a\n",
        "a: one@two\n",
        "a: 'one@two'\n",
        "a: \"one@two\"\n",
        "a: |\n  one@two\n",
        "a: >\n  one@two\n",
        "a: 1 # one@two\n",
        "# one@two\na: 1\n",
        "a: [x, y@z]\n",
        "- - one@two\n",
    ];

    public static TheoryData<string> Places { get; } = [.. Positions];

    [Theory]
    [MemberData(nameof(Places))]
    public void Is_one_finding_in_every_position(string place)
    {
        var at = place.IndexOf('@', StringComparison.Ordinal);
        var count = 0;
        foreach (var (character, id) in Forbidden())
        {
            var text = place.Replace("@", character, StringComparison.Ordinal);

            var found = YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(text)).Diagnostics;

            var name = $"U+{char.ConvertToUtf32(character, 0):X4} in {place}";
            found.Should().ContainSingle(name);
            found[0].Descriptor.Id.Should().Be(id, name);
            (found[0].Span.Start, found[0].Span.Length, found[0].Related.Length).Should().Be((at, character.Length, 0), name);
            count++;
        }

        count.Should().Be(29 + 1 + 33 + 2 + 3 + 27 + 128);
    }

    private static IEnumerable<(string Character, string Id)> Forbidden()
    {
        // C0 without tab, line feed and carriage return, which has a kind of its own.
        for (var c = '\0'; c < ' '; c++)
        {
            if (c is not ('\t' or '\n' or '\r'))
                yield return ($"{c}", "VG0012");
        }

        yield return ("\r", "VG0014");
        for (var c = '\u007F'; c <= '\u009F'; c++)
            yield return ($"{c}", c == '\u0085' ? "VG0014" : "VG0012");
        yield return ("\uFFFE", "VG0012");
        yield return ("\uFFFF", "VG0012");
        yield return ("\u2028", "VG0014");
        yield return ("\u2029", "VG0014");
        yield return ("\uFEFF", "VG0018");
        foreach (var (first, last) in new[] { ('\u061C', '\u061C'), ('\u180E', '\u180E'), ('\u200B', '\u200F'), ('\u202A', '\u202E'), ('\u2060', '\u2064'), ('\u2066', '\u206F') })
        {
            for (var c = first; c <= last; c++)
                yield return ($"{c}", "VG0013");
        }

        for (var tag = 0xE0000; tag <= 0xE007F; tag++)
            yield return (char.ConvertFromUtf32(tag), "VG0013");
    }
}
