namespace VegaGate.Rules;

/// <summary>Guesses which word a misspelt one was meant to be.</summary>
public static class NearestWord
{
    /// <summary>
    /// The candidate that takes the fewest insertions, removals, replacements and swaps of neighbours to reach; null when that is more than a third of the word.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        var nearest = candidates.Select(candidate => (candidate, Distance(word, candidate))).MinBy(pair => pair.Item2);
        return nearest.candidate is not null && nearest.Item2 <= Math.Max(1, word.Length / 3) ? nearest.candidate : null;
    }

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > a.Length / 3 + 1)
            return int.MaxValue;
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                distances[i, j] = Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
            }
        }

        return distances[a.Length, b.Length];
    }
}
