using System.Collections.Immutable;

namespace VegaGate.Tracking;

/// <summary>
/// What we say on an issue before its text is changed under sign-offs. Anybody who may write can edit the marker of the issue, with the time in it; so the
/// announcement is a second witness of when the text changed.
/// </summary>
public static class TextChange
{
    private const string Mark = "<!-- vegagate changed -->";

    /// <summary>The comment that says so in these words.</summary>
    public static string Announce(string text) => $"{Mark}\n{text}";

    /// <summary>When it was announced last; null: never.</summary>
    /// <param name="identities">Our own logins.</param>
    public static DateTimeOffset? LastOf(ImmutableArray<TimelineEvent> timeline, IReadOnlyCollection<string> identities) =>
        OwnComments.Of(timeline, identities).LastOrDefault(said => said.Body.StartsWith(Mark, StringComparison.Ordinal))?.At;
}
