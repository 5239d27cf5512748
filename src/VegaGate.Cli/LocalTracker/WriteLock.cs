using VegaGate.Tracking;

namespace VegaGate.Cli.LocalTracker;

/// <summary>
/// Lets one writer at a time into a tracker's file, across processes. The operating system holds the lock and drops it when the process ends,
/// however it ends; the lock file itself stays, since taking it away would let two writers lock two different files of one name.
/// </summary>
internal static class WriteLock
{
    /// <summary>A write takes milliseconds, so whoever waits longer waits for a process that hangs.</summary>
    public static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(5);

    /// <summary>The longest list takes about that long to be applied.</summary>
    public static readonly TimeSpan TurnPatience = TimeSpan.FromMinutes(2);

    /// <summary>Short against a write, so that a process that writes without a pause does not shut the other one out.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    /// <summary>Waits for the lock; disposing of the answer gives it back.</summary>
    /// <param name="patience">How long to wait.</param>
    /// <param name="holder">Says who seems to hold the lock, for the message.</param>
    public static async Task<IDisposable> AcquireAsync(string path, TimeSpan patience, TimeProvider time, Func<string> holder, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                if (time.GetElapsedTime(start) >= patience)
                    throw new TrackerException(
                        TrackerFailure.Unreachable,
                        $"The embedded tracker is held by {holder()}: {path} could not be locked within {patience.TotalSeconds} seconds ({e.Message}). "
                        + "Wait for that process or end it, then run again.",
                        e);
            }

            await Task.Delay(Pause, time, cancellation);
        }
    }
}
