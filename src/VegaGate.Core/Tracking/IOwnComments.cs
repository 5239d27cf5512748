namespace VegaGate.Tracking;

/// <summary>Takes comments of our own back. Fails as <see cref="IIssueTracker"/> does.</summary>
public interface IOwnComments
{
    /// <summary>Removes a comment; one that is gone already is as good.</summary>
    /// <param name="comment">The comment's <see cref="Commented.Id"/>.</param>
    Task RemoveAsync(long comment, CancellationToken cancellation);
}
