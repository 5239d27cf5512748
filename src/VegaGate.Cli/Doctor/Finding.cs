namespace VegaGate.Cli.Doctor;

internal enum FindingLevel
{
    Ok,
    Warn,
    Fail,
}

/// <summary>What a check found.</summary>
/// <param name="Message">What is so; text, not Markdown.</param>
/// <param name="Advice">What to do; null where nothing is to be done.</param>
internal sealed record Finding(FindingLevel Level, string Message, string? Advice)
{
    public static Finding Ok(string message) => new(FindingLevel.Ok, message, null);

    public static Finding Warn(string message, string advice) => new(FindingLevel.Warn, message, advice);

    public static Finding Fail(string message, string advice) => new(FindingLevel.Fail, message, advice);
}
