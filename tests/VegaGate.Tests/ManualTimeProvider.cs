using System.Diagnostics;

namespace VegaGate.Tests;

/// <summary>
/// A clock that stands still until a test moves it. <see cref="Run{T}"/> plays a whole operation: whenever it waits, the clock jumps to the next
/// moment that somebody waits for.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = Start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>What the clock has gained since it was made.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and rings on the way what is due, each at its time.</summary>
    public void Advance(TimeSpan span)
    {
        var end = GetUtcNow() + span;
        while (Ring(end))
        {
            // Each timer may set others.
        }

        lock (gate)
            now = end;
    }

    /// <summary>Runs to its end what waits by this clock only.</summary>
    public T Run<T>(Func<Task<T>> operation)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var task = operation();
            var idle = Stopwatch.StartNew();
            while (!task.IsCompleted)
            {
                if (Ring(DateTimeOffset.MaxValue))
                    idle.Restart();
                else if (idle.Elapsed > TimeSpan.FromSeconds(10))
                    throw new InvalidOperationException("The operation waits for something other than the clock.");
                else
                    Thread.Sleep(1);
            }

            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public void Run(Func<Task> operation) => Run(async () =>
    {
        await operation();
        return true;
    });

    private bool Ring(DateTimeOffset latest)
    {
        ManualTimer? next;
        lock (gate)
        {
            next = timers.Where(timer => timer.Due <= latest).MinBy(timer => timer.Due);
            if (next is null)
                return false;
            if (next.Due > now)
                now = next.Due;
            if (next.Period > TimeSpan.Zero)
                next.Due += next.Period;
            else
                timers.Remove(next);
        }

        next.Ring();
        return true;
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = clock.now + dueTime;
                Period = period;
                clock.timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
