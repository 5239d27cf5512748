using VegaGate.Cli.Composition;
using VegaGate.Syntax;

namespace VegaGate.Cli.Evidence;

/// <summary>The files of a commit that a checkout has.</summary>
internal sealed class CommittedText
{
    private const int ShaLength = 40;

    private readonly GitProgram _git;
    private readonly Surroundings _surroundings;
    private readonly string _sha;

    private CommittedText(GitProgram git, Surroundings surroundings, string sha) => (_git, _surroundings, _sha) = (git, surroundings, sha);

    public string Short => _sha[..7];

    /// <summary>Null with a problem where the checkout does not have the commit.</summary>
    public static CommittedText? Open(string? sha, Surroundings surroundings, out string problem)
    {
        problem = "";
        if (sha is null)
            problem = "the evidence is of no commit";
        else if (sha.Length != ShaLength || !sha.All(char.IsAsciiHexDigit))
            problem = "the evidence names no full id of a commit";
        else if (!Directory.Exists(surroundings.Directory))
            problem = "there is no such folder";
        else if (GitProgram.Find(surroundings.Variable("PATH")) is not { } git)
            problem = "git is not installed";
        else if (git.Run(surroundings, "cat-file", "-e", $"{sha}^{{commit}}") is null)
            problem = $"the repository does not have {sha[..7]}";
        else
            return new CommittedText(git, surroundings, sha);
        return null;
    }

    /// <summary>The bytes of a file; null where the commit has none, or something else than a file.</summary>
    /// <param name="path">From the working directory.</param>
    public byte[]? Read(string path) =>
        !Path.IsPathRooted(path) && _git.Run(_surroundings, "ls-tree", "-z", _sha, "--", path) is { } listing
        && GitEntry.ReadAll(listing) is [var file]
            ? _git.Run(_surroundings, SyntaxLimits.FileBytes + 2, ["cat-file", "blob", file.Name])
            : null;
}
