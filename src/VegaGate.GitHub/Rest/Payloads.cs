using System.Text.Json;

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
    JsonElement? PullRequest = null)
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
    JsonElement? PerformedViaGithubApp = null);

internal sealed record StateEventPayload(
    DateTimeOffset CreatedAt,
    UserPayload? Actor = null,
    string? StateReason = null,
    string? CommitId = null,
    JsonElement? PerformedViaGithubApp = null);

internal sealed record RepositoryPayload(long Id, string DefaultBranch, bool? HasIssues = null);

internal sealed record BranchPayload(string Name, BranchCommitPayload Commit);

internal sealed record BranchCommitPayload(string Sha);

internal sealed record ComparisonPayload(string Status);

internal sealed record PullRequestPayload(int Number, bool Merged, string? HtmlUrl = null);

internal sealed record TreePayload(TreeEntryPayload[] Tree, bool Truncated);

internal sealed record TreeEntryPayload(string Path, string Type);

// What is sent. A null is left out, and so leaves the field as it is.

internal sealed record IssueRequest(
    string? Title = null,
    string? Body = null,
    string[]? Labels = null,
    string[]? Assignees = null,
    int? Milestone = null,
    string? State = null,
    string? StateReason = null);

internal sealed record CommentRequest(string Body);

internal sealed record LabelRequest(string Name, string Color, string Description);

internal sealed record MilestoneRequest(string Title);

internal sealed record StatusRequest(string State, string Context, string Description, string? TargetUrl);
