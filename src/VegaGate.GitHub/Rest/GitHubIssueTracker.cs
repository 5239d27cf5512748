using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>The issues of one GitHub repository.</summary>
/// <param name="identity">The account of the token, by configuration: GitHub does not tell a workflow's token who it is.</param>
public sealed class GitHubIssueTracker(GitHubConnection connection, RepositoryName repository, Actor identity) : IIssueTracker
{
    private readonly Milestones milestones = new(connection, repository);
    private readonly RepositoryInfo info = new(connection, repository);

    public string Description => $"GitHub {repository}";

    public Actor Identity => identity;

    public DateTimeOffset Now => connection.ServerTime ?? throw new InvalidOperationException("GitHub has not been asked anything yet.");

    public RequestsLeft? RequestsLeft => connection.RequestsLeft;

    public Task<string?> FindLoginAsync(CancellationToken cancellation) => connection.FindLoginAsync(cancellation);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The label holds a comma: GitHub would take it for two.</exception>
    public async Task<ImmutableArray<TrackedIssue>> ListIssuesAsync(string label, CancellationToken cancellation)
    {
        if (label.Contains(',', StringComparison.Ordinal))
            throw new ArgumentException("A label with a comma cannot be searched for.", nameof(label));

        var issues = await ListAsync($"labels={Uri.EscapeDataString(label)}", cancellation);
        return [.. issues.Where(issue => issue.Labels.Contains(label, StringComparer.OrdinalIgnoreCase))];
    }

    public async Task<ImmutableArray<TrackedIssue>> ListIssuesByAuthorAsync(string login, DateTimeOffset? since, CancellationToken cancellation)
    {
        var query = $"creator={Uri.EscapeDataString(login)}";
        if (since is { } at)
            query += $"&since={at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}";
        var issues = await ListAsync(query, cancellation);
        return [.. issues.Where(issue => issue.Author.HasLogin(login) && !(issue.UpdatedAt < since))];
    }

    public async Task<TrackedIssue?> FindIssueAsync(int number, CancellationToken cancellation)
    {
        var path = PathOf(number);
        var request = new GitHubRequest(HttpMethod.Get, path)
        {
            Expected = [HttpStatusCode.MovedPermanently, HttpStatusCode.NotFound, HttpStatusCode.Gone],
        };
        var (found, answer) = await connection.SendAsync(
            request,
            answer => (answer.IsSuccess ? GitHubConnection.Read(answer, GitHubJson.Default.IssuePayload) : null, answer),
            cancellation);
        if (answer.Status == HttpStatusCode.MovedPermanently)
        {
            if (await IsSameAfterRenamingAsync(number, answer, cancellation))
                found = await connection.FindAsync(path, GitHubJson.Default.IssuePayload, cancellation);
        }
        else if (found is null)
        {
            // A repository that the token may not see has the same answer, and so have issues that are switched off; neither says that
            // the issue is gone.
            if ((await info.ReadAsync(cancellation)).HasIssues == false)
                throw connection.Failures.Because(TrackerFailure.Rejected, $"Issues are switched off in {repository}.");
        }

        return found is null || found.IsPullRequest ? null : Issue(found);
    }

    /// <inheritdoc/>
    /// <remarks>GitHub tells by the time of the last change, in whole seconds, and counts the request only when there was one.</remarks>
    public async Task<bool> IsStillAsync(TrackedIssue seen, CancellationToken cancellation)
    {
        await connection.WaitForWriteAsync(cancellation);
        var request = new GitHubRequest(HttpMethod.Get, PathOf(seen.Number))
        {
            ModifiedSince = seen.UpdatedAt,
            Expected = [HttpStatusCode.NotModified, HttpStatusCode.MovedPermanently, HttpStatusCode.NotFound, HttpStatusCode.Gone],
        };
        return await connection.SendAsync(request, answer => answer.Status == HttpStatusCode.NotModified || answer.IsSuccess && ReadIssue(answer).SaysTheSameAs(seen), cancellation);
    }

    public async Task<TrackedIssue> CreateIssueAsync(IssueDraft draft, CancellationToken cancellation)
    {
        var body = new IssueRequest(
            draft.Title,
            draft.Body,
            draft.Labels.ToSet(),
            draft.Assignees.ToSet(),
            await MilestoneAsync(draft.Milestone, clears: false, cancellation));
        return await connection.SendAsync(
            new GitHubRequest(HttpMethod.Post, $"{repository.Path}/issues")
            {
                Body = Json(body, GitHubJson.Default.IssueRequest),
                CreatesIssue = true,
            },
            ReadIssue,
            cancellation);
    }

    public async Task<TrackedIssue> UpdateIssueAsync(int number, IssueUpdate update, CancellationToken cancellation)
    {
        var body = new IssueRequest(
            update.Title,
            update.Body,
            update.Labels?.ToSet(),
            update.Assignees?.ToSet(),
            await MilestoneAsync(update.Milestone, update.ClearsMilestone, cancellation),
            update.IsOpen switch { true => "open", false => "closed", null => null },
            update.IsOpen switch { true => "reopened", false => update.CloseAs?.ToWord(), null => null });
        return await connection.SendAsync(
            new GitHubRequest(HttpMethod.Patch, PathOf(number)) { Body = Json(body, GitHubJson.Default.IssueRequest) },
            ReadIssue,
            cancellation);
    }

    public Task<Commented> AddCommentAsync(int number, string body, CancellationToken cancellation) => connection.SendAsync(
        new GitHubRequest(HttpMethod.Post, $"{PathOf(number)}/comments")
        {
            Body = Json(new CommentRequest(body), GitHubJson.Default.CommentRequest),
        },
        answer => GitHubConnection.Read(answer, GitHubJson.Default.CommentPayload).ToComment(),
        cancellation);

    public Task AcknowledgeAsync(long comment, CancellationToken cancellation) => connection.SendAsync(
        new GitHubRequest(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/issues/comments/{comment}/reactions"))
        {
            Body = Json(new ReactionRequest("+1"), GitHubJson.Default.ReactionRequest),
            IsRepeatable = true,
            Needs = "issues: write",
        },
        answer => answer.Status,
        cancellation);

    public async Task<ImmutableArray<TimelineEvent>> ReadTimelineAsync(int number, CancellationToken cancellation)
    {
        var path = $"{PathOf(number)}/timeline";
        var elements = await connection.GetPagesAsync(path, GitHubJson.Default.JsonElementArray, cancellation);
        return Understand(() => Timeline.Read(elements), path);
    }

    public async Task<ImmutableArray<TrackerLabel>> ListLabelsAsync(CancellationToken cancellation)
    {
        var labels = await connection.GetPagesAsync($"{repository.Path}/labels", GitHubJson.Default.LabelPayloadArray, cancellation);
        return [.. labels.Select(label => new TrackerLabel(label.Name, label.Color ?? "", label.Description ?? ""))];
    }

    /// <summary>Makes a label; one that is there already, in whatever case, is as good.</summary>
    public async Task CreateLabelAsync(TrackerLabel label, CancellationToken cancellation)
    {
        var request = new GitHubRequest(HttpMethod.Post, $"{repository.Path}/labels")
        {
            Body = Json(new LabelRequest(label.Name, label.Color.TrimStart('#'), label.Description), GitHubJson.Default.LabelRequest),
            Expected = [HttpStatusCode.UnprocessableEntity],
        };
        var answer = await connection.SendAsync(request, answer => answer, cancellation);
        if (!answer.IsSuccess && !ErrorBody.SaysAlreadyExists(answer.Body))
            throw connection.Failures.Refused(request, answer);
    }

    public Task<bool> RenameLabelAsync(string from, string to, CancellationToken cancellation)
    {
        var request = new GitHubRequest(HttpMethod.Patch, $"{repository.Path}/labels/{Uri.EscapeDataString(from)}")
        {
            Body = Json(new LabelRenameRequest(to), GitHubJson.Default.LabelRenameRequest),
            Expected = [HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity],
        };
        return connection.SendAsync(
            request,
            answer => answer.IsSuccess || (answer.Status == HttpStatusCode.NotFound || ErrorBody.SaysAlreadyExists(answer.Body) ? false : throw connection.Failures.Refused(request, answer)),
            cancellation);
    }

    public Task<bool> IsAssignableAsync(string login, CancellationToken cancellation)
    {
        // Anything else is no login, and could be a step in the path.
        if (login.Length == 0 || !login.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '[' or ']'))
            return Task.FromResult(false);
        return connection.SendAsync(
            new GitHubRequest(HttpMethod.Get, $"{repository.Path}/assignees/{Uri.EscapeDataString(login)}")
            {
                Expected = [HttpStatusCode.NotFound],
            },
            answer => answer.IsSuccess,
            cancellation);
    }

    public Task EnsureMilestoneAsync(string title, CancellationToken cancellation) => milestones.EnsureAsync(title, cancellation);

    private static TrackedIssue ReadIssue(GitHubAnswer answer) => GitHubConnection.Read(answer, GitHubJson.Default.IssuePayload).ToIssue();

    private static byte[] Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    // Oldest first, so that what is made meanwhile lands on the last page and moves nothing.
    private async Task<IEnumerable<TrackedIssue>> ListAsync(string query, CancellationToken cancellation)
    {
        var path = $"{repository.Path}/issues?{query}&state=all&sort=created&direction=asc";
        var pages = await connection.GetPagesAsync(path, GitHubJson.Default.IssuePayloadArray, cancellation);
        return pages.Where(issue => !issue.IsPullRequest).Select(Issue).DistinctBy(issue => issue.Number).OrderBy(issue => issue.Number);
    }

    private async Task<JsonElement?> MilestoneAsync(string? title, bool clears, CancellationToken cancellation)
    {
        if (title is null)
            return clears ? JsonElement.Parse("null") : null;
        var number = await milestones.NumberAsync(title, cancellation);
        return JsonElement.Parse(number.ToString(CultureInfo.InvariantCulture));
    }

    private string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/issues/{number}");

    private TrackedIssue Issue(IssuePayload payload) => Understand(payload.ToIssue, PathOf(payload.Number));

    // Read again it would say the same: this is not a torn answer, but one in words that are not known here.
    private T Understand<T>(Func<T> read, string path)
    {
        try
        {
            return read();
        }
        catch (JsonException e)
        {
            throw connection.Failures.Because(
                TrackerFailure.Unreachable,
                $"The answer of GitHub to GET {path} cannot be read: {e.Message}");
        }
    }

    // A transferred issue and an issue of a renamed repository are both answered by 301, to an address of the form
    // /repositories/{id}/issues/{number}.
    private async Task<bool> IsSameAfterRenamingAsync(int number, GitHubAnswer answer, CancellationToken cancellation)
    {
        var known = await info.ReadAsync(cancellation);
        var end = string.Create(CultureInfo.InvariantCulture, $"/repositories/{known.Id}/issues/{number}");
        return answer.Location?.EndsWith(end, StringComparison.Ordinal) == true;
    }
}
