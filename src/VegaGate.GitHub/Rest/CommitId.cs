namespace VegaGate.GitHub.Rest;

/// <summary>What names a commit, and nothing else: where GitHub takes an id, it takes a branch as well.</summary>
public static class CommitId
{
    /// <summary>Whether it is one, of 40 or 64 hexadecimal digits.</summary>
    public static bool IsFull(string sha) => sha.Length is 40 or 64 && sha.All(char.IsAsciiHexDigit);

    public static string Problem(string sha) => $"'{sha}' is not the full id of a commit.";
}
