namespace VegaGate.GitHub.Rest;

/// <summary>
/// Turns <c>X-Accepted-GitHub-Permissions</c> into what to write in a workflow. Commas in the header join what is needed together,
/// semicolons part what is enough alone; the keys of a job's <c>permissions</c> have hyphens where the header has underscores.
/// </summary>
internal static class PermissionAdvice
{
    private const int MostNamed = 6;

    /// <summary>A sentence that says what the token lacks.</summary>
    /// <param name="accepted">The header.</param>
    /// <param name="needs">What is said where there is no header, as in <c>contents: write</c>.</param>
    public static string For(string? accepted, string? needs = null)
    {
        var choices = (accepted ?? "").Split(';')
            .Select(choice => choice.Split(',').Select(Key).OfType<string>().Take(MostNamed).ToList())
            .Where(choice => choice.Count > 0)
            .Take(MostNamed)
            .Select(choice => string.Join(" and ", choice))
            .ToList();
        if (choices.Count == 0 && needs is not null)
            choices.Add($"`{needs}`");
        return choices.Count == 0
            ? "The token may not do this."
            : $"The token needs {string.Join(", or ", choices)}: add it to the job's `permissions`.";
    }

    private static string? Key(string pair)
    {
        var parts = pair.Split('=', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && IsWord(parts[0]) && IsWord(parts[1]) ? $"`{parts[0].Replace('_', '-')}: {parts[1]}`" : null;
    }

    private static bool IsWord(string text) => text.Length is > 0 and <= 50 && text.All(c => char.IsAsciiLetterLower(c) || c is '_' or '-');
}
