using System.Globalization;
using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>
/// The hidden first line of our answer to what came before a phase was ready. Artifacts have no history, so the answer alone tells later that one was missing
/// when the word was said; a word that was refused does not begin to count by itself.
/// </summary>
/// <param name="At">When the word was said.</param>
/// <param name="Login">By whom.</param>
public sealed record EarlyMark(DateTimeOffset At, string Login)
{
    private const string Opening = "<!-- vegagate early=";
    private const string Closing = " -->";

    /// <summary>The mark of a comment; null where it has none.</summary>
    public static EarlyMark? Read(string body)
    {
        if (!body.StartsWith(Opening, StringComparison.Ordinal) || body.IndexOf(Closing, StringComparison.Ordinal) is var end && end < 0)
            return null;
        return body[Opening.Length..end].Split(' ') is [var time, var login]
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new EarlyMark(new DateTimeOffset(ticks, TimeSpan.Zero), Uri.UnescapeDataString(login))
            : null;
    }

    public bool IsOf(Word word) => IsOf(word.At, word.Actor);

    public bool IsOf(DateTimeOffset at, Actor actor) => at == At && actor.HasLogin(Login);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Opening}{At.UtcTicks} {Uri.EscapeDataString(Login)}{Closing}");
}
