namespace VegaGate.Cli.Composition;

/// <summary>The commit that a pull request or a merge queue builds on, as far as the checkout has it.</summary>
/// <param name="sha">From the event; null where it has none.</param>
internal sealed class BaseCommit(string? sha, Surroundings surroundings)
{
    private const int ShaLength = 40;
    private const string Advice = "check out with `fetch-depth: 0`";

    /// <summary>The bytes of a file at the commit; null where the commit has no such file, and null with a problem where that cannot be known.</summary>
    /// <param name="path">Relative to the working directory.</param>
    public (byte[]? Bytes, string? Problem) ReadFile(string path)
    {
        if (sha is null || sha.Length != ShaLength || !sha.All(char.IsAsciiHexDigit))
            return (null, "the event names no base commit");
        if (Path.IsPathRooted(path))
            return (null, "its path is not relative");
        if (GitProgram.Find(surroundings.Variable("PATH")) is not { } git)
            return (null, "git is not installed");
        if (git.Run(surroundings, "ls-tree", "-z", sha, "--", path) is not { } listing)
            return (null, $"the checkout does not have the base commit {sha[..7]}; {Advice}");
        if (listing.Length == 0)
            return (null, null);
        if (GitEntry.ReadAll(listing) is not [var file])
            return (null, "at the base commit it is no file");
        return git.Run(surroundings, "cat-file", "blob", file.Name) is { } bytes ? (bytes, null) : (null, $"the checkout does not have the file at the base commit {sha[..7]}; {Advice}");
    }
}
