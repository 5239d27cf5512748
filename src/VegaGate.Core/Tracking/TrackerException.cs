namespace VegaGate.Tracking;

/// <summary>What kept the tracker from doing what it was asked.</summary>
public enum TrackerFailure
{
    /// <summary>No answer, or one that cannot be read.</summary>
    Unreachable,

    /// <summary>The token may not do this.</summary>
    Forbidden,

    /// <summary>The request was refused as it is.</summary>
    Rejected,

    /// <summary>A limit is reached; <see cref="TrackerException.ResumeAt"/> says when it ends, where that is known.</summary>
    RateLimited,
}

/// <summary>The tracker failed. The message names the request, the answer, and what to do; it never holds a token.</summary>
public sealed class TrackerException(TrackerFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public TrackerFailure Failure { get; } = failure;

    /// <summary>When it is worth trying again.</summary>
    public DateTimeOffset? ResumeAt { get; init; }
}
