using VegaGate.Proposals;

namespace VegaGate.GitHub.Rest;

/// <summary>Whether a proposal stays on its branch and inside the repository.</summary>
internal static class ProposalCheck
{
    private const int MostOfName = 200;
    private const int MostOfPath = 1_000;

    /// <summary>What is wrong with it, or null.</summary>
    public static string? ProblemOf(Proposal proposal)
    {
        if (!IsBranch(proposal.Branch))
            return $"'{proposal.Branch}' is not the name of a branch.";
        if (string.IsNullOrWhiteSpace(proposal.Title) || string.IsNullOrWhiteSpace(proposal.CommitMessage))
            return "A proposal needs a title and a commit message.";
        if (proposal.Files.IsDefaultOrEmpty)
            return "A proposal without files changes nothing.";
        if (proposal.Files.FirstOrDefault(file => !IsInside(file.Path)) is { } outside)
            return $"'{outside.Path}' is not a path of a file inside the repository.";
        var paths = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (proposal.Files.FirstOrDefault(file => !paths.Add(file.Path)) is { } twice)
            return $"'{twice.Path}' is proposed twice.";
        return null;
    }

    // As git has it (git-check-ref-format), and no stricter than that but for the length.
    private static bool IsBranch(string name) =>
        name.Length is > 0 and <= MostOfName
        && name[0] != '-'
        && !name.Contains("..", StringComparison.Ordinal)
        && !name.Contains("@{", StringComparison.Ordinal)
        && name is not ("@" or "HEAD")
        && !name.Any(c => c is ' ' or '~' or '^' or ':' or '?' or '*' or '[' or '\\' || char.IsControl(c))
        && Array.TrueForAll(name.Split('/'), part => part.Length > 0 && part[0] != '.' && part[^1] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));

    // Windows takes a backslash for a step, a colon for a drive, and leaves blanks and dots at the end out.
    private static bool IsInside(string path) =>
        path.Length is > 0 and <= MostOfPath
        && !path.Any(c => c is '\\' or ':' || char.IsControl(c))
        && Array.TrueForAll(path.Split('/'), part => part.TrimEnd('.', ' ').Length > 0 && !part.TrimEnd('.', ' ').Equals(".git", StringComparison.OrdinalIgnoreCase));
}
