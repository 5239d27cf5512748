using System.Collections.Concurrent;

namespace VegaGate.Cli.Checklists;

/// <summary>Looks at the next files while the caller is busy with one.</summary>
public static class ReadAhead
{
    /// <summary>So many results wait to be taken, so that thousands of files need the memory of a few.</summary>
    public const int Waiting = 4;

    /// <summary>Up to so many files, a thread costs more than it saves.</summary>
    private const int Few = 8;

    /// <summary>What <paramref name="look"/> makes of each file, in their order. It is called once for each, on one other thread: the parser's scanners share their buffers, and more of them at once are slower than one.</summary>
    /// <param name="isAlone">Whether there is no other processor, so that the caller does it all.</param>
    public static IEnumerable<TSeen> InOrder<TFile, TSeen>(IReadOnlyCollection<TFile> files, Func<TFile, TSeen> look, bool isAlone) =>
        isAlone || files.Count <= Few ? files.Select(look) : Run(files, look);

    private static IEnumerable<TSeen> Run<TFile, TSeen>(IReadOnlyCollection<TFile> files, Func<TFile, TSeen> look)
    {
        using var stop = new CancellationTokenSource();
        using var seen = new BlockingCollection<TSeen>(Waiting);
        var reader = Task.Run(() =>
        {
            try
            {
                foreach (var file in files)
                    seen.Add(look(file), stop.Token);
            }
            finally
            {
                seen.CompleteAdding();
            }
        });
        try
        {
            foreach (var next in seen.GetConsumingEnumerable())
                yield return next;
            reader.GetAwaiter().GetResult();
        }
        finally
        {
            // A caller that takes no more lets the reader end, before what it writes to is gone.
            stop.Cancel();
            Task.WaitAny(reader);
        }
    }
}
