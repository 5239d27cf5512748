namespace VegaGate.Text;

/// <summary>
/// A path or a pattern of paths: <c>*</c> and <c>?</c> stay within one name, <c>**</c> goes across any number of folders, and a slash at the end means
/// everything below. Case counts, as it does in a repository. A match takes at most the product of both lengths, whatever the pattern.
/// </summary>
public sealed class PathPattern
{
    private readonly string _pattern;

    public PathPattern(string pattern)
    {
        var path = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        _pattern = path.EndsWith('/') ? path + "**" : path;
        IsPlain = _pattern.AsSpan().IndexOfAny('*', '?') < 0;
    }

    /// <summary>Whether it can fit one path only, the one that it is.</summary>
    public bool IsPlain { get; }

    /// <summary>The pattern, from which another one of the same meaning can be made.</summary>
    public override string ToString() => _pattern;

    /// <summary>Whether the whole path fits.</summary>
    /// <param name="candidate">A path with forward slashes, from the same folder as the pattern.</param>
    public bool IsMatch(string candidate)
    {
        if (IsPlain)
            return string.Equals(_pattern, candidate, StringComparison.Ordinal);

        // Of the pattern from here on: whether it matches the candidate from each place on. Filled from the end.
        var rest = new bool[candidate.Length + 1];
        rest[^1] = true;
        for (var at = _pattern.Length; at > 0;)
        {
            var (wildcard, length) = WildcardBefore(at);
            at -= length;
            var matches = new bool[candidate.Length + 1];
            var isAfterFolders = false;
            for (var place = candidate.Length; place >= 0; place--)
            {
                var c = place < candidate.Length ? candidate[place] : '\0';
                var isName = place < candidate.Length && c != '/';

                // Whether folders, taken whole, lead from the name that begins or goes on here to a match.
                isAfterFolders = c == '/' ? rest[place + 1] || matches[place + 1] : isName && isAfterFolders;
                matches[place] = wildcard switch
                {
                    Wildcard.None => place < candidate.Length && c == _pattern[at] && rest[place + 1],
                    Wildcard.OneCharacter => isName && rest[place + 1],
                    Wildcard.Characters => rest[place] || isName && matches[place + 1],
                    Wildcard.Anything => rest[place] || place < candidate.Length && matches[place + 1],
                    _ => rest[place] || isName && isAfterFolders,
                };
            }

            rest = matches;
        }

        return rest[0];
    }

    private (Wildcard Wildcard, int Length) WildcardBefore(int end)
    {
        var before = _pattern.AsSpan(0, end);
        if (before is [.., '*', '*', '/'] && (end == 3 || before[^4] == '/'))
            return (Wildcard.Folders, 3);
        return before switch
        {
            [.., '*', '*'] => (Wildcard.Anything, 2),
            [.., '*'] => (Wildcard.Characters, 1),
            [.., '?'] => (Wildcard.OneCharacter, 1),
            _ => (Wildcard.None, 1),
        };
    }

    private enum Wildcard
    {
        None,
        OneCharacter,
        Characters,
        Anything,
        Folders,
    }
}
