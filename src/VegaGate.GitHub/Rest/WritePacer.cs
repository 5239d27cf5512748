namespace VegaGate.GitHub.Rest;

/// <summary>Lets one write through at a time, and each only when enough time has gone by since the one before it.</summary>
internal sealed class WritePacer(TimeSpan creationSpacing, TimeSpan writeSpacing, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private long? lastWrite;
    private long? lastCreation;

    public async Task<T> RunAsync<T>(bool createsIssue, Func<Task<T>> write, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            await WaitAsync(createsIssue, cancellation);
            try
            {
                return await write();
            }
            finally
            {
                lastWrite = time.GetTimestamp();
                if (createsIssue)
                    lastCreation = lastWrite;
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Waits out what is left of the time after the last write.</summary>
    public async Task WaitAsync(bool createsIssue, CancellationToken cancellation)
    {
        var wait = Rest(lastWrite, writeSpacing);
        if (createsIssue && Rest(lastCreation, creationSpacing) is var longer && longer > wait)
            wait = longer;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellation);
    }

    public void Dispose() => oneAtATime.Dispose();

    private TimeSpan Rest(long? last, TimeSpan spacing) => last is { } at ? spacing - time.GetElapsedTime(at) : TimeSpan.Zero;
}
