using System.Globalization;
using System.Text.Json;
using VegaGate.Tracking;

namespace VegaGate.Cli.LocalTracker;

/// <summary>
/// A tracker's file: read whole, and replaced whole by a rename, so that whoever reads it sees one state or the next, and a process that is
/// killed leaves one of them. Each change is on the disk before it is answered.
/// </summary>
/// <param name="path">The file; its lock and its temporary files stand beside it.</param>
/// <param name="shown">The path as messages name it.</param>
internal sealed class TrackerFile(string path, string shown, TimeProvider time)
{
    private const string OwnFolder = ".vegagate";
    private const string TemporaryEnding = ".tmp";

    private readonly string _folder = Path.GetDirectoryName(path) ?? path;
    private readonly string _name = Path.GetFileName(path);
    private readonly Lock _clock = new();
    private Reading? _last;
    private DateTimeOffset? _now;

    /// <summary>The path as messages name it.</summary>
    public string Shown => shown;

    /// <summary>The time of the last answer, if there was one.</summary>
    public DateTimeOffset? Now
    {
        get
        {
            lock (_clock)
                return _now;
        }
    }

    /// <summary>The state as it is on the disk.</summary>
    public TrackerState Read()
    {
        var state = Guarded("read", Load);
        Tick(state);
        return state;
    }

    /// <summary>Makes a change of the state as it is on the disk, with no other writer in between.</summary>
    /// <param name="change">Gets the state and the time; what it throws leaves the file as it was.</param>
    public async Task<T> ChangeAsync<T>(Func<TrackerState, DateTimeOffset, (TrackerState State, T Answer)> change, CancellationToken cancellation)
    {
        var own = Guarded("written", MakeFolder);
        using var held = await LockAsync(".lock", WriteLock.WritePatience, cancellation);
        Guarded("written", () => CleanFolder(own));
        var before = Guarded("read", Load);
        var (after, answer) = change(before, Tick(before));
        if (!ReferenceEquals(before, after))
            Guarded("written", () => Save(after));
        return answer;
    }

    /// <summary>Waits until nobody else is at it, for work that is more than one change; disposing of the answer lets the next one in.</summary>
    public Task<IDisposable> TakeTurnAsync(CancellationToken cancellation)
    {
        Guarded("written", MakeFolder);
        return LockAsync(".turn.lock", WriteLock.TurnPatience, cancellation);
    }

    /// <summary>Never earlier than anything in the file, nor than an answer that was given: a clock that was set back stands still.</summary>
    private DateTimeOffset Tick(TrackerState state)
    {
        lock (_clock)
        {
            var (now, last) = (time.GetUtcNow(), state.LastTime);
            if (now < last)
                now = last;
            if (now < _now)
                now = _now.Value;
            _now = now;
            return now;
        }
    }

    private TrackerState Load()
    {
        if (ReadText() is not { } text)
            return TrackerState.Empty;
        if (_last is { } last && text.AsSpan().SequenceEqual(last.Text))
            return last.State;
        try
        {
            var state = TrackerFormat.Read(text);
            _last = new Reading(text, state);
            return state;
        }
        catch (NewerFormatException e)
        {
            throw new TrackerException(
                TrackerFailure.Unreachable,
                $"{shown} has format {e.Version}, and this vegagate knows formats up to {TrackerFormat.Version}. Use the later vegagate that wrote it. The file was left as it is.",
                e);
        }
        catch (JsonException e)
        {
            throw new TrackerException(
                TrackerFailure.Unreachable,
                $"{shown} cannot be read as a tracker: {e.Message} Put it right or put a copy back; moved away, it makes room for a new, empty tracker. The file was left as it is.",
                e);
        }
    }

    /// <summary>Null where there is no file; one that may not be read is a failure, since an empty tracker would answer for it.</summary>
    private byte[]? ReadText()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var text = new byte[stream.Length];
            stream.ReadExactly(text);
            return text;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private void Save(TrackerState state)
    {
        var text = TrackerFormat.Write(state);
        var temporary = $"{path}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}{TemporaryEnding}";
        try
        {
            using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
            stream.Write(text);
            stream.Flush(flushToDisk: true);
            File.Move(temporary, path, overwrite: true);
            // The first flush puts the text on the disk before the name points to it, the second one the name: a journaling file system
            // writes a rename down with the file that was renamed. .NET cannot flush a folder.
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        _last = new Reading(text, state);
    }

    /// <summary>Whether the folder is the tracker's own: in another one, ignoring everything would hide other people's files.</summary>
    private bool MakeFolder()
    {
        var own = string.Equals(Path.GetFileName(_folder), OwnFolder, StringComparison.Ordinal) || !Directory.Exists(_folder);
        Directory.CreateDirectory(_folder);
        return own;
    }

    private void CleanFolder(bool own)
    {
        // Whoever holds the lock is the only one who may have a temporary file, so these are of processes that were killed.
        foreach (var temporary in Temporaries())
            File.Delete(temporary);
        var ignore = new FileInfo(Path.Combine(_folder, ".gitignore"));
        if (own && ignore is not { Exists: true, Length: > 0 })
            File.WriteAllText(ignore.FullName, "*\n");
    }

    private async Task<IDisposable> LockAsync(string ending, TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            return await WriteLock.AcquireAsync(Path.ChangeExtension(path, ending), patience, time, Holder, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreachable("locked", e);
        }
    }

    /// <summary>A writer's temporary file bears its process id; the lock itself cannot be read while it is held.</summary>
    private string Holder()
    {
        var temporary = Temporaries().Select(Path.GetFileNameWithoutExtension).FirstOrDefault();
        var id = temporary is null ? "" : Path.GetExtension(temporary).TrimStart('.');
        return id.Length > 0 ? $"process {id}" : "another process";
    }

    private string[] Temporaries() => Directory.GetFiles(_folder, $"{_name}.*{TemporaryEnding}");

    private void Guarded(string verb, Action action) => Guarded(verb, () =>
    {
        action();
        return true;
    });

    private T Guarded<T>(string verb, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreachable(verb, e);
        }
    }

    private TrackerException Unreachable(string verb, Exception e) =>
        new(TrackerFailure.Unreachable, $"{shown} could not be {verb}: {e.Message} Set the file or its folder right, then run again.", e);

    /// <summary>What was last read or written, so that a file that did not change is not parsed again.</summary>
    private sealed record Reading(byte[] Text, TrackerState State);
}
