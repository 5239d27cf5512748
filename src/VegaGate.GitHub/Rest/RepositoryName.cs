using System.Diagnostics.CodeAnalysis;

namespace VegaGate.GitHub.Rest;

/// <summary>A repository as <c>owner/name</c>, made of what GitHub allows in both, so that it can stand in a path as it is.</summary>
public sealed record RepositoryName
{
    private RepositoryName(string owner, string name)
    {
        Owner = owner;
        Name = name;
    }

    public string Owner { get; }

    public string Name { get; }

    /// <summary>Where the repository begins in the API, without a slash at the end.</summary>
    internal string Path => $"/repos/{Owner}/{Name}";

    /// <summary>Reads <c>owner/name</c>; false for anything else.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RepositoryName? repository)
    {
        var parts = (text ?? "").Split('/');
        repository = parts.Length == 2 && IsName(parts[0]) && IsName(parts[1]) ? new RepositoryName(parts[0], parts[1]) : null;
        return repository is not null;
    }

    public override string ToString() => $"{Owner}/{Name}";

    // "." and ".." would be taken as steps in the path.
    private static bool IsName(string text) =>
        text.Length is > 0 and <= 100 && text is not ("." or "..") && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
