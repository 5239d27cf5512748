using System.Collections.Immutable;
using VegaGate.Cli.LocalTracker;
using VegaGate.Tracking;

namespace VegaGate.Tests.Cli.LocalTracker;

/// <summary>A working directory of a test's own.</summary>
internal sealed class TrackerFolder : IDisposable
{
    public static readonly CancellationToken Never = CancellationToken.None;

    public string Root { get; } = Directory.CreateTempSubdirectory("vegagate-").FullName;

    public SelfMovingTime Time { get; } = new();

    public string Folder => Path.Combine(Root, ".vegagate");

    public string File => Path.Combine(Folder, "tracker.json");

    public static IssueDraft Draft(string title, params string[] labels) => new() { Title = title, Body = "", Labels = [.. labels] };

    public EmbeddedTracker Open() => EmbeddedTracker.Open(EmbeddedTracker.DefaultPath, Time, EmbeddedTracker.DefaultIdentity, Root);

    /// <summary>Puts a file there that no tracker wrote.</summary>
    public void Write(string text)
    {
        Directory.CreateDirectory(Folder);
        System.IO.File.WriteAllText(File, text);
    }

    /// <summary>All that a tracker can be asked, as text.</summary>
    public static async Task<ImmutableArray<string>> Describe(IIssueTracker tracker, int lastNumber)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var label in await tracker.ListLabelsAsync(Never))
        {
            lines.Add(label.ToString());
            lines.Add(string.Join(' ', (await tracker.ListIssuesAsync(label.Name, Never)).Select(issue => issue.Number)));
        }

        for (var number = 1; number <= lastNumber; number++)
        {
            if (await tracker.FindIssueAsync(number, Never) is not { } issue)
            {
                lines.Add($"no {number}");
                continue;
            }

            lines.Add($"{issue with { Labels = [], Assignees = [] }} [{string.Join('|', issue.Labels)}] [{string.Join('|', issue.Assignees)}]");
            lines.AddRange((await tracker.ReadTimelineAsync(number, Never)).Select(happened => happened.ToString()));
        }

        return lines.ToImmutable();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
