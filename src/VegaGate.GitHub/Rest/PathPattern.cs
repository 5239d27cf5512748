using System.Text;
using System.Text.RegularExpressions;

namespace VegaGate.GitHub.Rest;

/// <summary>
/// A path or a pattern of paths: <c>*</c> and <c>?</c> stay within one name, <c>**</c> goes across any number of folders. Case counts,
/// as it does in a repository.
/// </summary>
internal sealed class PathPattern
{
    private readonly string path;
    private readonly Regex? expression;

    public PathPattern(string pattern)
    {
        path = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        if (path.AsSpan().ContainsAny('*', '?'))
            expression = new Regex(ToExpression(path), RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    public bool IsMatch(string candidate) => expression?.IsMatch(candidate) ?? string.Equals(candidate, path, StringComparison.Ordinal);

    private static string ToExpression(string pattern)
    {
        var result = new StringBuilder("\\A");
        for (var at = 0; at < pattern.Length; at++)
        {
            var rest = pattern.AsSpan(at);
            if (rest.StartsWith("**/", StringComparison.Ordinal) && (at == 0 || pattern[at - 1] == '/'))
            {
                result.Append("(?:[^/]+/)*");
                at += 2;
            }
            else if (rest.StartsWith("**", StringComparison.Ordinal))
            {
                result.Append(".*");
                at++;
            }
            else
            {
                result.Append(pattern[at] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var c => Regex.Escape(c.ToString()),
                });
            }
        }

        return result.Append("\\z").ToString();
    }
}
