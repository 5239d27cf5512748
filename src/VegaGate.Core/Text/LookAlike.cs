using System.Text;

namespace VegaGate.Text;

/// <summary>
/// Compares names by what they look like, after the idea of the skeletons in Unicode Technical Standard 39, but for what can stand beside Latin letters only:
/// the Cyrillic and Greek letters that are drawn like one, and the Latin letters and digits that are taken for each other.
/// </summary>
public static class LookAlike
{
    /// <summary>Two texts look alike when their shapes are the same.</summary>
    public static string ShapeOf(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var drawn = Draw(c);
            if (drawn == 'n' && shape.Length > 0 && shape[^1] == 'r')
                shape[^1] = 'm';
            else
                shape.Append(drawn);
        }

        return shape.ToString();
    }

    /// <summary>The first letter of another script that is drawn like a Latin one, in a word that has Latin letters too; null where there is none.</summary>
    public static char? FindMixed(string text)
    {
        char? foreign = null;
        var hasLatin = false;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                (foreign, hasLatin) = (null, false);
            else if (char.IsAsciiLetter(c))
                hasLatin = true;
            else if (LatinFor(c) != c)
                foreign ??= c;
            if (hasLatin && foreign is not null)
                return foreign;
        }

        return null;
    }

    private static char Draw(char c) => LatinFor(c) switch
    {
        '0' or 'O' or 'o' => 'o',
        '1' or 'I' or 'l' or 'L' or '|' => 'l',
        var other => char.ToLowerInvariant(other),
    };

    /// <summary>The Latin letter that a Cyrillic or Greek one is drawn like; every other character itself.</summary>
    private static char LatinFor(char c) => c switch
    {
        '\u0391' or '\u0410' => 'A',
        '\u0392' or '\u0412' => 'B',
        '\u03F9' or '\u0421' => 'C',
        '\u0395' or '\u0415' => 'E',
        '\u0397' or '\u041D' => 'H',
        '\u0399' or '\u0406' or '\u04C0' => 'I',
        '\u0408' or '\u037F' => 'J',
        '\u039A' or '\u041A' => 'K',
        '\u039C' or '\u041C' => 'M',
        '\u039D' => 'N',
        '\u039F' or '\u041E' => 'O',
        '\u03A1' or '\u0420' => 'P',
        '\u051A' => 'Q',
        '\u0405' => 'S',
        '\u03A4' or '\u0422' => 'T',
        '\u051C' => 'W',
        '\u03A7' or '\u0425' => 'X',
        '\u03A5' or '\u0423' or '\u04AE' => 'Y',
        '\u0396' => 'Z',
        '\u03B1' or '\u0430' => 'a',
        '\u03F2' or '\u0441' => 'c',
        '\u0501' => 'd',
        '\u0435' => 'e',
        '\u04BB' => 'h',
        '\u03B9' or '\u0456' => 'i',
        '\u03F3' or '\u0458' => 'j',
        '\u03BA' or '\u043A' => 'k',
        '\u04CF' => 'l',
        '\u03BF' or '\u043E' => 'o',
        '\u03C1' or '\u0440' => 'p',
        '\u051B' => 'q',
        '\u0455' => 's',
        '\u03C5' or '\u04AF' => 'u',
        '\u03BD' or '\u0475' => 'v',
        '\u051D' => 'w',
        '\u03C7' or '\u0445' => 'x',
        '\u0443' => 'y',
        _ => c,
    };
}
