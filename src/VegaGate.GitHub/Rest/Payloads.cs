using System.Text.Json;
using System.Text.Json.Serialization;

namespace VegaGate.GitHub.Rest;

// GitHub's wire shapes, as far as they are used. A parameter with a default may be missing; one without may not.

internal sealed record UserPayload(string Login, long Id = 0, string? Type = null);

internal sealed record LabelPayload(string Name, string? Color = null, string? Description = null);

internal sealed record MilestonePayload(int Number, string Title);

internal sealed record IssuePayload(
    int Number,
    string Title,
    string State,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Body = null,
    string? StateReason = null,
    UserPayload? User = null,
    LabelPayload[]? Labels = null,
    UserPayload[]? Assignees = null,
    MilestonePayload? Milestone = null,
    string? HtmlUrl = null,
    JsonElement? PullRequest = null,
    int? Comments = null,
    bool Locked = false)
{
    public bool IsPullRequest => PullRequest.IsThere();
}

internal sealed record CommentPayload(
    long Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Body = null,
    UserPayload? User = null,
    string? HtmlUrl = null,
    JsonElement? PerformedViaGithubApp = null,
    ReactionsPayload? Reactions = null);

// How many there are; who they are from costs a request for each comment.
internal sealed record ReactionsPayload([property: JsonPropertyName("+1")] int PlusOne = 0);

internal sealed record StateEventPayload(
    DateTimeOffset CreatedAt,
    UserPayload? Actor = null,
    string? StateReason = null,
    string? CommitId = null,
    JsonElement? PerformedViaGithubApp = null);

internal sealed record RepositoryPayload(long Id, string DefaultBranch, bool? HasIssues = null, bool Archived = false, RepositoryPermissionsPayload? Permissions = null);

internal sealed record RepositoryPermissionsPayload(bool Push = false);

internal sealed record RateLimitPayload(RateResourcesPayload Resources);

internal sealed record RateResourcesPayload(RatePayload Core);

internal sealed record RatePayload(int Limit, int Remaining, long Reset);

internal sealed record BranchPayload(string Name, BranchCommitPayload Commit);

internal sealed record BranchCommitPayload(string Sha);

internal sealed record ComparisonPayload(string Status);

internal sealed record PullRequestPayload(int Number, bool Merged, string? HtmlUrl = null, ObjectPayload? Head = null);

internal sealed record CheckRunsPayload(int TotalCount, CheckRunPayload[] CheckRuns);

// The conclusion is null until it is completed; the app where it is gone.
internal sealed record CheckRunPayload(long Id, string Name, string Status, string? Conclusion = null, CheckAppPayload? App = null);

internal sealed record CheckAppPayload(string? Slug = null);

// The user is null where the account is gone; the commit where a review is older than what GitHub keeps.
internal sealed record ReviewPayload(long Id, string State, UserPayload? User = null, string? CommitId = null, string? AuthorAssociation = null);

internal sealed record TreePayload(TreeEntryPayload[] Tree, bool Truncated);

internal sealed record TreeEntryPayload(string Path, string Type, string? Mode = null, string? Sha = null);

// The author is null or an object without members where GitHub knows no account.
internal sealed record CommitPayload(JsonElement? Author = null, string? Sha = null);

// A file of more than 1 MiB comes without its contents, in the encoding "none".
internal sealed record ContentPayload(string Type, string? Encoding = null, string? Content = null);

internal sealed record StatusPayload(string State, string Context, string? Description = null, string? TargetUrl = null);

internal sealed record PullRequestListPayload(
    int Number,
    PullRequestEndPayload Head,
    PullRequestEndPayload Base,
    string? Title = null,
    string? Body = null,
    string? HtmlUrl = null);

// The repository is null where a fork is gone.
internal sealed record PullRequestEndPayload(string Ref, string Sha, PullRequestRepositoryPayload? Repo = null);

internal sealed record PullRequestRepositoryPayload(long Id);

internal sealed record NumberedPayload(int Number, string? HtmlUrl = null);

internal sealed record RefPayload(ObjectPayload Object);

internal sealed record ObjectPayload(string Sha);

internal sealed record GitCommitPayload(string Sha, ObjectPayload Tree, ObjectPayload[] Parents);

internal sealed record WorkflowRunsPayload(WorkflowRunPayload[] WorkflowRuns);

internal sealed record WorkflowRunPayload(
    long Id,
    string HeadSha,
    string Event,
    DateTimeOffset CreatedAt,
    string? Path = null,
    string? Name = null,
    string? Status = null,
    string? Conclusion = null,
    int RunAttempt = 1,
    string? HtmlUrl = null,
    string? HeadBranch = null);

// What is sent. A null is left out, and so leaves the field as it is.

internal sealed record IssueRequest(
    string? Title = null,
    string? Body = null,
    string[]? Labels = null,
    string[]? Assignees = null,
    JsonElement? Milestone = null, // a number, or JSON's null to take it away
    string? State = null,
    string? StateReason = null);

internal sealed record CommentRequest(string Body);

internal sealed record LabelRequest(string Name, string Color, string Description);

internal sealed record LabelRenameRequest(string NewName);

internal sealed record MilestoneRequest(string Title);

internal sealed record StatusRequest(string State, string Context, string Description, string? TargetUrl);

internal sealed record ReactionRequest(string Content);

internal sealed record TreeRequest(string BaseTree, TreeEntryRequest[] Tree);

internal sealed record TreeEntryRequest(string Path, string Mode, string Type, string Content);

internal sealed record GitCommitRequest(string Message, string Tree, string[] Parents);

internal sealed record NewRefRequest(string Ref, string Sha);

internal sealed record RefRequest(string Sha, bool Force);

internal sealed record NewPullRequestRequest(string Title, string Body, string Head, string Base);

internal sealed record PullRequestRequest(string Title, string Body);

internal sealed record DispatchRequest(string Ref, Dictionary<string, string>? Inputs);
