using System.Security.Cryptography;
using System.Text;
using VegaGate.GitHub.Rest;

namespace VegaGate.Cli.Cache;

/// <summary>
/// Answers of GitHub in one file, kept from run to run. It is written when the run ends, with the answers that the run used. A file that is damaged,
/// too large or of another kind is taken for none, and one that cannot be written is let go: that costs requests and nothing else. Its digest shows
/// damage, not forgery: who can write the folder can write the digest too.
/// </summary>
internal sealed class FileAnswerCache : IAnswerCache, IDisposable
{
    /// <summary>Relative to the working directory.</summary>
    public const string DefaultPath = ".vegagate/cache/github";

    public const int MaxBytes = CacheFile.MaxBytes;

    private const string Format = "vegagate answers 1";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CacheFile _file;
    private readonly Dictionary<string, KeptAnswer> _used = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();
    private Dictionary<string, KeptAnswer>? _kept;
    private bool _isChanged;

    private FileAnswerCache(CacheFile file) => _file = file;

    /// <summary>The cache of a working directory. Touches no disk.</summary>
    public static FileAnswerCache Open(string directory) => new(new CacheFile(Path.Combine(Path.GetFullPath(directory), DefaultPath)));

    public KeptAnswer? Find(string key)
    {
        lock (_turn)
        {
            _kept ??= Read();
            if (_used.TryGetValue(key, out var answer))
                return answer;
            if (_kept.TryGetValue(key, out answer))
                _used[key] = answer;
            return answer;
        }
    }

    public void Keep(string key, KeptAnswer answer)
    {
        lock (_turn)
        {
            _used[key] = answer;
            _isChanged = true;
        }
    }

    public void Forget(string key)
    {
        lock (_turn)
        {
            _used.Remove(key);
            _kept?.Remove(key);
            _isChanged = true;
        }
    }

    /// <summary>Writes what was used.</summary>
    public void Dispose()
    {
        lock (_turn)
        {
            if (!_isChanged && _used.Count == (_kept?.Count ?? 0))
                return;
            _file.Write(Render());
            _isChanged = false;
        }
    }

    private Dictionary<string, KeptAnswer> Read()
    {
        try
        {
            return _file.Read() is { } bytes ? Parse(bytes) : new(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or OverflowException)
        {
            return new(StringComparer.Ordinal);
        }
    }

    private static Dictionary<string, KeptAnswer> Parse(byte[] bytes)
    {
        var answers = new Dictionary<string, KeptAnswer>(StringComparer.Ordinal);
        using var reader = new BinaryReader(new MemoryStream(bytes), Strict);
        if (reader.ReadString() != Format)
            return answers;
        var digest = reader.ReadBytes(SHA256.HashSizeInBytes);
        var start = (int)reader.BaseStream.Position;
        if (!digest.AsSpan().SequenceEqual(SHA256.HashData(bytes.AsSpan(start))))
            return answers;
        while (reader.BaseStream.Position < bytes.Length)
        {
            var (key, tag, hasLink) = (reader.ReadString(), reader.ReadString(), reader.ReadBoolean());
            var link = hasLink ? reader.ReadString() : null;
            var length = reader.ReadInt32();
            var at = (int)reader.BaseStream.Position;
            answers[key] = new KeptAnswer(tag, bytes.AsMemory(at, length), link);
            reader.BaseStream.Position = at + length;
        }

        return answers;
    }

    private byte[] Render()
    {
        var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Strict);
        foreach (var (key, answer) in _used)
        {
            // The strings have a few kilobytes at most.
            if (content.Length + answer.Body.Length + key.Length + 64 * 1024 > MaxBytes)
                continue;
            writer.Write(key);
            writer.Write(answer.ETag);
            writer.Write(answer.Link is not null);
            if (answer.Link is { } link)
                writer.Write(link);
            writer.Write(answer.Body.Length);
            writer.Write(answer.Body.Span);
        }

        writer.Flush();
        var entries = content.GetBuffer().AsSpan(0, (int)content.Length);
        var whole = new MemoryStream();
        using var head = new BinaryWriter(whole, Strict);
        head.Write(Format);
        head.Write(SHA256.HashData(entries));
        head.Write(entries);
        head.Flush();
        return whole.ToArray();
    }
}
