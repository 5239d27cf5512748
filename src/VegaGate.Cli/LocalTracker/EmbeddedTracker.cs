using System.Collections.Immutable;
using VegaGate.Tracking;

namespace VegaGate.Cli.LocalTracker;

/// <summary>
/// Issues, labels, milestones and timelines in a JSON file, kept and refused as GitHub does, for a run without GitHub. It differs in this:
/// an issue has no page, comments are not edited, every login without a dot can be assigned, and times are as exact as the clock.
/// </summary>
public sealed class EmbeddedTracker : IIssueTracker
{
    /// <summary>Where the file is unless somebody says otherwise, relative to the working directory.</summary>
    public const string DefaultPath = ".vegagate/tracker.json";

    /// <summary>Who writes unless somebody says otherwise.</summary>
    public static readonly Actor DefaultIdentity = new("vegagate[bot]", 0, IsBot: true);

    private readonly TrackerFile _file;

    private EmbeddedTracker(TrackerFile file, Actor identity)
    {
        _file = file;
        Identity = identity with { Login = Refusals.Kept(identity.Login) };
    }

    public string Description => $"embedded tracker, {_file.Shown}";

    public Actor Identity { get; }

    public DateTimeOffset Now => _file.Now ?? throw new InvalidOperationException("The tracker has not answered yet.");

    /// <summary>The tracker of a file, which need not exist: the first change makes it. Touches no disk.</summary>
    /// <param name="path">Absolute, or relative to <paramref name="workingDirectory"/>.</param>
    /// <param name="time">Gives the times of everything that happens.</param>
    /// <param name="identity">Who makes the issues.</param>
    /// <param name="workingDirectory">By default the one of the process.</param>
    public static EmbeddedTracker Open(string path, TimeProvider time, Actor identity, string? workingDirectory = null)
    {
        var directory = Path.GetFullPath(workingDirectory ?? Environment.CurrentDirectory);
        var full = Path.GetFullPath(path, directory);
        var relative = Path.GetRelativePath(directory, full);
        var shown = Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        return new EmbeddedTracker(new TrackerFile(full, shown.Replace('\\', '/'), time), identity);
    }

    /// <summary>The same tracker in the hands of somebody else: what is written through it, that account did.</summary>
    public IIssueTracker ActAs(Actor actor) => new EmbeddedTracker(_file, actor);

    /// <summary>
    /// Waits until no other process is between its plan and its last write: two that plan at once would each make every issue. Who merely speaks takes no turn.
    /// </summary>
    public Task<IDisposable> TakeTurnAsync(CancellationToken cancellation) => _file.TakeTurnAsync(cancellation);

    public Task<ImmutableArray<TrackedIssue>> ListIssuesAsync(string label, CancellationToken cancellation) =>
        Read<ImmutableArray<TrackedIssue>>(state => [.. state.Issues.Where(stored => stored.HasLabel(label)).Select(stored => stored.Issue)], cancellation);

    public Task<ImmutableArray<TrackedIssue>> ListIssuesByAuthorAsync(string login, DateTimeOffset? since, CancellationToken cancellation) =>
        Read<ImmutableArray<TrackedIssue>>(
            state => [.. state.Issues.Select(stored => stored.Issue).Where(issue => issue.Author.HasLogin(login) && !(issue.UpdatedAt < since))],
            cancellation);

    public Task<TrackedIssue?> FindIssueAsync(int number, CancellationToken cancellation) =>
        Read(state => state.Find(number)?.Issue, cancellation);

    public Task<ImmutableArray<TimelineEvent>> ReadTimelineAsync(int number, CancellationToken cancellation) =>
        Read(state => state.Issue(number).TimelineFor(Identity), cancellation);

    public Task<ImmutableArray<TrackerLabel>> ListLabelsAsync(CancellationToken cancellation) =>
        Read(state => state.Labels, cancellation);

    /// <summary>True for every login without a dot: names with one are placeholders and nobody's.</summary>
    public Task<bool> IsAssignableAsync(string login, CancellationToken cancellation) =>
        Read(_ => Refusals.IsAssignable(login), cancellation);

    public Task<TrackedIssue> CreateIssueAsync(IssueDraft draft, CancellationToken cancellation) =>
        _file.ChangeAsync((state, at) => state.Create(draft, Identity, at), cancellation);

    public Task<TrackedIssue> UpdateIssueAsync(int number, IssueUpdate update, CancellationToken cancellation) =>
        _file.ChangeAsync((state, at) => state.Update(number, update, Identity, at), cancellation);

    public Task<Commented> AddCommentAsync(int number, string body, CancellationToken cancellation) =>
        _file.ChangeAsync((state, at) => state.Comment(number, body, Identity, at), cancellation);

    public Task AcknowledgeAsync(long comment, CancellationToken cancellation) =>
        _file.ChangeAsync((state, _) => (state.Acknowledge(comment, Identity), comment), cancellation);

    public Task<bool> RenameLabelAsync(string from, string to, CancellationToken cancellation) => _file.ChangeAsync((state, _) => state.RenameLabel(from, to), cancellation);

    public Task CreateLabelAsync(TrackerLabel label, CancellationToken cancellation) =>
        _file.ChangeAsync((state, _) => (state.CreateLabel(label), label), cancellation);

    public Task EnsureMilestoneAsync(string title, CancellationToken cancellation) =>
        _file.ChangeAsync((state, _) => (state.EnsureMilestone(title), title), cancellation);

    private Task<T> Read<T>(Func<TrackerState, T> answer, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        try
        {
            return Task.FromResult(answer(_file.Read()));
        }
        catch (TrackerException e)
        {
            return Task.FromException<T>(e);
        }
    }
}
