using System.Globalization;
using System.Text;

namespace VegaGate.Text;

/// <summary>The difference of two texts as <c>diff -u</c> writes it, and <c>git apply</c> and <c>patch</c> read it. Line ends are part of the lines.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Beyond so many changed lines the middle of the text is shown as one change: finding the least one would take long, and nobody would read it.</summary>
    private const int MaxChanges = 1_000;

    /// <summary>Nothing when both are the same.</summary>
    /// <param name="path">With forward slashes.</param>
    public static string Of(string path, string before, string after)
    {
        if (before == after)
            return "";
        var (old, @new) = (SplitLines(before), SplitLines(after));
        var (isRemoved, isAdded) = Compare(old, @new);
        var name = path.StartsWith('/') ? path[1..] : path;
        var result = new StringBuilder($"--- {NameInHeader("a/" + name)}\n+++ {NameInHeader("b/" + name)}\n");
        for (var (i, j) = (0, 0); ;)
        {
            while (i < old.Count && j < @new.Count && !isRemoved[i] && !isAdded[j])
                (i, j) = (i + 1, j + 1);
            if (i == old.Count && j == @new.Count)
                return result.ToString();
            (i, j) = WriteHunk(result, old, @new, isRemoved, isAdded, i, j);
        }
    }

    /// <summary>A name as git writes it: in quotes with octal bytes where a line could not hold it, or it could be taken for a command of a log; with a tab behind it where it has blanks.</summary>
    private static string NameInHeader(string name)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in name.Replace("##[", "##\0", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is not ('"' or '\\') && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                quoted.Append(rune);
            else
                quoted.AppendJoin("", Encoding.UTF8.GetBytes(rune.Value == 0 ? "[" : rune.ToString()).Select(each => $"\\{Convert.ToString(each, 8).PadLeft(3, '0')}"));
        }

        if (quoted.Length - 1 != name.Length)
            return quoted.Append('"').ToString();
        return name.Contains(' ', StringComparison.Ordinal) ? name + "\t" : name;
    }

    /// <summary>Writes the changes from a place on that stand closer together than the lines around them.</summary>
    private static (int I, int J) WriteHunk(StringBuilder result, List<string> old, List<string> @new, bool[] isRemoved, bool[] isAdded, int i, int j)
    {
        var lead = Math.Min(Context, i);
        var (fromOld, fromNew) = (i - lead, j - lead);
        var lines = new StringBuilder();
        for (var at = fromOld; at < i; at++)
            WriteLine(lines, ' ', old[at]);
        for (var quiet = 0; quiet <= 2 * Context && (i < old.Count || j < @new.Count);)
        {
            if (i < old.Count && isRemoved[i])
                WriteLine(lines, '-', old[i++]);
            else if (j < @new.Count && isAdded[j])
                WriteLine(lines, '+', @new[j++]);
            else if (IsChangeWithin(isRemoved, isAdded, i, j, 2 * Context + 1) || quiet < Context)
                (quiet, i, j) = (IsChangeWithin(isRemoved, isAdded, i, j, 2 * Context + 1) ? 0 : quiet + 1, WriteShared(lines, old, i), j + 1);
            else
                break;
        }

        result.Append($"@@ -{Range(fromOld, i - fromOld)} +{Range(fromNew, j - fromNew)} @@\n").Append(lines);
        return (i, j);
    }

    private static bool IsChangeWithin(bool[] isRemoved, bool[] isAdded, int i, int j, int reach)
    {
        for (var step = 0; step < reach; step++)
        {
            if (i + step < isRemoved.Length && isRemoved[i + step] || j + step < isAdded.Length && isAdded[j + step])
                return true;
        }

        return false;
    }

    private static int WriteShared(StringBuilder lines, List<string> old, int i)
    {
        WriteLine(lines, ' ', old[i]);
        return i + 1;
    }

    private static void WriteLine(StringBuilder lines, char sign, string line)
    {
        lines.Append(sign).Append(line);
        if (!line.EndsWith('\n'))
            lines.Append("\n\\ No newline at end of file\n");
    }

    private static string Range(int start, int length) => length == 1 ? $"{start + 1}" : $"{(length == 0 ? start : start + 1)},{length}";

    private static List<string> SplitLines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(text[at..end]);
            at = end;
        }

        return lines;
    }

    /// <summary>Which lines go and which come: the fewest, by Myers' "An O(ND) Difference Algorithm and Its Variations".</summary>
    private static (bool[] IsRemoved, bool[] IsAdded) Compare(List<string> old, List<string> @new)
    {
        var (isRemoved, isAdded) = (new bool[old.Count], new bool[@new.Count]);
        var start = 0;
        while (start < old.Count && start < @new.Count && old[start] == @new[start])
            start++;
        var (n, m) = (old.Count, @new.Count);
        while (n > start && m > start && old[n - 1] == @new[m - 1])
            (n, m) = (n - 1, m - 1);
        var (width, height) = (n - start, m - start);

        // Of each number of changes, how far each diagonal was reached.
        var reached = new List<int[]>();
        var last = new int[] { 0, 0, 0 };
        for (var changes = 0; changes <= Math.Min(MaxChanges, width + height); changes++)
        {
            // Diagonal k stands at place changes + 1 + k.
            var row = new int[2 * changes + 3];
            for (var k = -changes; k <= changes; k += 2)
            {
                var x = changes == 0 ? 0 : IsDown(last, changes, k) ? last[changes + k + 1] : last[changes + k - 1] + 1;
                while (x < width && x - k < height && old[start + x] == @new[start + x - k])
                    x++;
                row[changes + 1 + k] = x;
                if (x < width || x - k < height)
                    continue;
                Trace(reached, start, x, x - k, isRemoved, isAdded);
                return (isRemoved, isAdded);
            }

            reached.Add(row);
            last = row;
        }

        Array.Fill(isRemoved, true, start, width);
        Array.Fill(isAdded, true, start, height);
        return (isRemoved, isAdded);
    }

    /// <summary>Whether a diagonal is best reached by an added line. The row before has its diagonal k at place changes + k.</summary>
    private static bool IsDown(int[] last, int changes, int k) => k == -changes || k != changes && last[changes + k - 1] < last[changes + k + 1];

    private static void Trace(List<int[]> reached, int start, int x, int y, bool[] isRemoved, bool[] isAdded)
    {
        for (var changes = reached.Count; changes > 0; changes--)
        {
            var last = reached[changes - 1];
            var k = x - y;
            if (IsDown(last, changes, k))
            {
                x = last[changes + k + 1];
                y = x - k - 1;
                isAdded[start + y] = true;
            }
            else
            {
                x = last[changes + k - 1];
                y = x - k + 1;
                isRemoved[start + x] = true;
            }
        }
    }
}
