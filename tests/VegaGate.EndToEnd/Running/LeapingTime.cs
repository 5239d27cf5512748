namespace VegaGate.EndToEnd.Running;

/// <summary>
/// A clock that stands still but for waits: whoever waits finds the time gone by at once. A time-out never comes.
/// </summary>
/// <param name="follow">Told how far the clock has come before anybody who waited goes on.</param>
internal sealed class LeapingTime(Func<TimeSpan, Task>? follow = null) : TimeProvider
{
    /// <summary>Of one try of a request. Nothing else waits exactly so long.</summary>
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(30);

    private readonly DateTimeOffset _start = System.GetUtcNow();
    private long _elapsed;

    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _elapsed));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    public override long GetTimestamp() => Interlocked.Read(ref _elapsed);

    /// <summary>Moves the clock.</summary>
    public Task LeapAsync(TimeSpan span)
    {
        Interlocked.Add(ref _elapsed, span.Ticks);
        return follow?.Invoke(Elapsed) ?? Task.CompletedTask;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != TimeOut && dueTime >= TimeSpan.Zero)
            _ = RingAsync(callback, state, dueTime);
        return new Rung();
    }

    private async Task RingAsync(TimerCallback callback, object? state, TimeSpan dueTime)
    {
        await Task.Yield();
        await LeapAsync(dueTime);
        callback(state);
    }

    /// <summary>A timer that rings once or never, and cannot be set again.</summary>
    private sealed class Rung : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
