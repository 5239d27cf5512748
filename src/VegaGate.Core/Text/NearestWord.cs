namespace VegaGate.Text;

/// <summary>
/// Guesses which word a misspelt one was meant to be. One is made for each check of a list, and tires: thirty guesses are more than anybody reads, and
/// a hostile file must not cost minutes.
/// </summary>
public sealed class NearestWord
{
    private const int MaxGuesses = 30;
    private const int MaxCandidates = 1_000;

    /// <summary>Names have at most 40 characters; what is longer is no slip.</summary>
    private const int MaxLength = 60;

    private int _guesses;

    /// <summary>
    /// The candidate that takes the fewest insertions, removals, replacements and swaps of neighbours to reach, the first of several; null when that is more
    /// than a third of the word.
    /// </summary>
    public string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length > MaxLength || ++_guesses > MaxGuesses)
            return null;
        string? nearest = null;
        var least = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates.Take(MaxCandidates))
        {
            if (Math.Abs(candidate.Length - word.Length) < least && Distance(word, candidate) is var distance && distance < least)
                (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    private static int Distance(string a, string b)
    {
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

                var change = IsSame(a[i - 1], b[j - 1]) ? 0 : 1;
                distances[i, j] = Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && IsSame(a[i - 1], b[j - 2]) && IsSame(a[i - 2], b[j - 1]))
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
            }
        }

        return distances[a.Length, b.Length];
    }

    private static bool IsSame(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
