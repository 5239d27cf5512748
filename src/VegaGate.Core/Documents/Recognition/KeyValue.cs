using System.Text.RegularExpressions;

namespace VegaGate.Documents.Recognition;

/// <summary>A line such as <c>**Owner**: Zev</c> or <c>- Owner: Zev</c>.</summary>
/// <param name="IsBold">Whether the name stands out, so that it is one.</param>
internal sealed partial record KeyValue(string Name, string Value, bool IsBold)
{
    private const int TimeoutMilliseconds = 1_000;

    public string Key => Words.Bare(Name);

    public static KeyValue? Read(string line)
    {
        var text = line.Trim().TrimEnd('\\').Trim();
        var match = Bold().Match(text);
        if (match.Success)
            return new KeyValue(match.Groups["name"].Value.Trim(), match.Groups["value"].Value.Trim(), true);
        match = Plain().Match(text);
        return match.Success ? new KeyValue(match.Groups["name"].Value.Trim(), match.Groups["value"].Value.Trim(), false) : null;
    }

    [GeneratedRegex(@"^(?:\*\*|__)(?<name>[^*_:]{1,60}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)\s*(?<value>.*)$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^(?<name>[A-Z][A-Za-z -]{1,40}):(?:\s+(?<value>.*))?$", RegexOptions.ExplicitCapture, TimeoutMilliseconds)]
    private static partial Regex Plain();
}
