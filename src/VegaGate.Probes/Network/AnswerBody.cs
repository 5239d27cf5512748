using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VegaGate.Conditions;
using VegaGate.Syntax;

namespace VegaGate.Probes.Network;

/// <summary>The body of an answer, read whole and only so far.</summary>
internal sealed class AnswerBody(byte[] bytes)
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxDepth = 64;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads the body. A compressed one, which was not asked for, is not unpacked.</summary>
    /// <exception cref="UnansweredException">It is larger than is read, or compressed.</exception>
    public static async Task<AnswerBody> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encodings) && encodings.Any(encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
            throw new UnansweredException("the body is compressed, though that was not asked for");
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= MaxBytes ? new AnswerBody(buffer[..length]) : throw new UnansweredException($"the body is larger than {MaxBytes / 1024} KiB");
    }

    /// <summary>The body as text.</summary>
    /// <exception cref="UnansweredException">It is no UTF-8.</exception>
    public string Text()
    {
        try
        {
            return Strict.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UnansweredException("the body is no UTF-8 text");
        }
    }

    /// <summary>The first of some members that the body, as a JSON object, does not hold with its value; null where it holds them all.</summary>
    /// <exception cref="UnansweredException">It is no JSON that everybody reads alike.</exception>
    public string? FindDifference(ImmutableArray<YamlEntry> members)
    {
        if (members.IsEmpty)
            return null;
        try
        {
            using var document = JsonDocument.Parse(Text(), new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return members.Select(member => ExpectedJson.FindDifference(document.RootElement, member)).FirstOrDefault(difference => difference is not null);
        }
        catch (JsonException)
        {
            throw new UnansweredException("the body is no JSON, or names a member twice");
        }
    }
}
