using VegaGate.Format;

namespace VegaGate.Checklists;

/// <summary>How much a blocked item matters, in falling order.</summary>
public enum Severity
{
    Critical,
    High,
    Medium,
    Low,
}

/// <summary>The words for severities.</summary>
public static class Severities
{
    private static readonly string[] Words = ["critical", "high", "medium", "low"];

    public static ScalarFormat Format { get; } = Scalars.Choice(Words);

    /// <summary>Reads one of the words, without regard to case.</summary>
    public static Severity? Parse(string word)
    {
        var index = Array.FindIndex(Words, candidate => string.Equals(candidate, word, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (Severity)index;
    }

    public static string ToWord(this Severity severity) => Words[(int)severity];
}
