using System.Diagnostics.CodeAnalysis;

namespace VegaGate.GitHub.Rest;

/// <summary>How to speak to GitHub. Not a record on purpose: a record would print the token.</summary>
public sealed class GitHubConnectionOptions
{
    /// <summary>The least time between two issues that are made, on any host that is not this machine.</summary>
    public static readonly TimeSpan LeastCreationSpacing = TimeSpan.FromSeconds(3);

    /// <summary>The least time between two writes of another kind, on any host that is not this machine.</summary>
    public static readonly TimeSpan LeastWriteSpacing = TimeSpan.FromSeconds(1);

    /// <summary>Where the API begins, as in <c>GITHUB_API_URL</c>; may have a path, such as <c>/api/v3</c>.</summary>
    public Uri BaseAddress { get; init; } = new("https://api.github.com");

    /// <summary>Null or empty asks without one.</summary>
    public string? Token { get; init; }

    /// <summary>The program's version, for the <c>User-Agent</c>.</summary>
    public string Version { get; init; } = "0";

    /// <summary>The time that one try may take, body included.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request is repeated after the first try.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>The wait before the first repetition after a failure without a stated wait; it doubles each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A wait that GitHub asks for and that is longer is not waited, but thrown with the time when it ends.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most bytes of one answer, after decompression. A page of 100 issues with full bodies can have 40 MB.</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Keeps answers for the next run, which GitHub then need not send again; null reads everything anew. Who can write the cache can make up what
    /// GitHub seems to have said, so what decides alone, such as a gate, goes without.
    /// </summary>
    public IAnswerCache? Cache { get; init; }

    /// <summary>Time between two issues that are made. Less than <see cref="LeastCreationSpacing"/> only on a loopback host.</summary>
    public TimeSpan CreationSpacing { get; init; } = LeastCreationSpacing;

    /// <summary>Time between two writes. Less than <see cref="LeastWriteSpacing"/> only on a loopback host.</summary>
    public TimeSpan WriteSpacing { get; init; } = LeastWriteSpacing;

    /// <summary>
    /// Reads the value of <c>GITHUB_API_URL</c>: https, or http on this machine only, since the token goes there; no user, query or fragment.
    /// Null or empty is <c>https://api.github.com</c>.
    /// </summary>
    public static bool TryParseAddress(string? text, [NotNullWhen(true)] out Uri? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        problem = "The address of the GitHub API is not an absolute address.";
        if (!Uri.TryCreate(string.IsNullOrWhiteSpace(text) ? "https://api.github.com" : text.Trim(), UriKind.Absolute, out var parsed))
            return false;
        problem = ProblemOf(parsed);
        if (problem is not null)
            return false;
        address = parsed;
        return true;
    }

    internal static string? ProblemOf(Uri address)
    {
        if (!(address.Scheme is "https" || (address.Scheme is "http" && address.IsLoopback)))
            return "The address of the GitHub API must begin with https; http is for this machine only.";
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            return "The address of the GitHub API must have no user, query or fragment.";
        return null;
    }

    internal static void Check(GitHubConnectionOptions options)
    {
        if ((options.BaseAddress.IsAbsoluteUri ? ProblemOf(options.BaseAddress) : "The address must be absolute.") is { } problem)
            throw new ArgumentException(problem, nameof(options));
        if (!options.BaseAddress.IsLoopback && (options.CreationSpacing < LeastCreationSpacing || options.WriteSpacing < LeastWriteSpacing))
            throw new ArgumentException("Writes may follow each other faster than GitHub wants only on this machine.", nameof(options));
        // The framework's own complaint about a bad header would quote the token.
        if (options.Token?.Trim().Any(c => c is <= ' ' or > '~') == true)
            throw new ArgumentException("The token holds a character that no token has.", nameof(options));
    }
}
