namespace VegaGate.GitHub.Rest;

/// <summary>An answer as it was, with what GitHub knows it by.</summary>
/// <param name="Link">The header that names the next page; GitHub does not repeat it.</param>
public sealed record KeptAnswer(string ETag, ReadOnlyMemory<byte> Body, string? Link);

/// <summary>
/// Answers to questions, for asking whether they are still true: GitHub says so by their tag, and does not count that. Whatever is lost or left out
/// costs a request and nothing else.
/// </summary>
/// <remarks>
/// A key is the address, and the headers by which an answer varies. The token is none of them: every job has another one, and whether this one may
/// see the same is what GitHub decides.
/// </remarks>
public interface IAnswerCache
{
    /// <summary>The answer of that key, or null.</summary>
    KeptAnswer? Find(string key);

    /// <summary>Keeps an answer in place of an earlier one.</summary>
    void Keep(string key, KeptAnswer answer);

    /// <summary>Drops an answer that cannot be read.</summary>
    void Forget(string key);
}
