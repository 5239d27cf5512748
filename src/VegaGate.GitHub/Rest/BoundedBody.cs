namespace VegaGate.GitHub.Rest;

/// <summary>Reads a body up to a bound, whatever length its header claims.</summary>
internal static class BoundedBody
{
    public static async Task<(byte[] Bytes, bool IsWhole)> ReadAsync(HttpContent content, int most, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, cancellation);
            if (count == 0)
                return (bytes.ToArray(), true);
            var room = most - (int)bytes.Length;
            await bytes.WriteAsync(buffer.AsMemory(0, Math.Min(count, room)), cancellation);
            if (count > room)
                return (bytes.ToArray(), false);
        }
    }
}
