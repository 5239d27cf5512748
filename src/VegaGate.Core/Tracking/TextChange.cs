using System.Collections.Immutable;

namespace VegaGate.Tracking;

/// <summary>
/// What we say on an issue before its text is changed under sign-offs. Anybody who may write can edit the marker of the issue, with the time in it; so the
/// announcement is a second witness of when the text changed.
/// </summary>
public static class TextChange
{
    public const string Announcement = Mark + "\nWhat this item asks for has changed, so the sign-offs that it had no longer count. Please look at it again and sign off once more.";

    private const string Mark = "<!-- vegagate changed -->";

    /// <summary>When it was announced last; null: never.</summary>
    /// <param name="isOurs">Whether an account is ours.</param>
    public static DateTimeOffset? LastOf(ImmutableArray<TimelineEvent> timeline, Func<Actor, bool> isOurs) =>
        timeline.OfType<Commented>().LastOrDefault(said => said.Actor is { } actor && isOurs(actor) && said.Body.StartsWith(Mark, StringComparison.Ordinal))?.At;
}
