using VegaGate.Tracking;

namespace VegaGate.Gate;

/// <summary>"It goes all the same": somebody whom the file names under <c>gate.break-glass</c> let a release through that holds. It counts for one decision.</summary>
/// <param name="At">The tracker's time of the comment that says so.</param>
/// <param name="Url">Of that comment; empty where it has no page.</param>
/// <param name="Text">The reason, as it was given.</param>
public sealed record OverrideWord(Actor Actor, DateTimeOffset At, string Url, string Text);
