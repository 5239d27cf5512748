using System.Text.Json;
using System.Text.Json.Serialization;

namespace VegaGate.GitHub.Rest;

/// <summary>How the payloads are read and written, made at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IssuePayload[]))]
[JsonSerializable(typeof(CommentPayload))]
[JsonSerializable(typeof(CommentPayload[]))]
[JsonSerializable(typeof(StateEventPayload))]
[JsonSerializable(typeof(JsonElement[]))]
[JsonSerializable(typeof(LabelPayload[]))]
[JsonSerializable(typeof(MilestonePayload[]))]
[JsonSerializable(typeof(RepositoryPayload))]
[JsonSerializable(typeof(RateLimitPayload))]
[JsonSerializable(typeof(BranchPayload[]))]
[JsonSerializable(typeof(ComparisonPayload))]
[JsonSerializable(typeof(PullRequestPayload))]
[JsonSerializable(typeof(CheckRunsPayload))]
[JsonSerializable(typeof(ReviewPayload[]))]
[JsonSerializable(typeof(TreePayload))]
[JsonSerializable(typeof(UserPayload[]))]
[JsonSerializable(typeof(CommitPayload))]
[JsonSerializable(typeof(ContentPayload))]
[JsonSerializable(typeof(StatusPayload[]))]
[JsonSerializable(typeof(PullRequestListPayload[]))]
[JsonSerializable(typeof(NumberedPayload))]
[JsonSerializable(typeof(RefPayload))]
[JsonSerializable(typeof(ObjectPayload))]
[JsonSerializable(typeof(GitCommitPayload))]
[JsonSerializable(typeof(WorkflowRunsPayload))]
[JsonSerializable(typeof(ReactionRequest))]
[JsonSerializable(typeof(TreeRequest))]
[JsonSerializable(typeof(GitCommitRequest))]
[JsonSerializable(typeof(NewRefRequest))]
[JsonSerializable(typeof(RefRequest))]
[JsonSerializable(typeof(NewPullRequestRequest))]
[JsonSerializable(typeof(PullRequestRequest))]
[JsonSerializable(typeof(DispatchRequest))]
[JsonSerializable(typeof(IssueRequest))]
[JsonSerializable(typeof(CommentRequest))]
[JsonSerializable(typeof(LabelRequest))]
[JsonSerializable(typeof(LabelRenameRequest))]
[JsonSerializable(typeof(UserPayload))]
[JsonSerializable(typeof(MilestoneRequest))]
[JsonSerializable(typeof(StatusRequest))]
internal sealed partial class GitHubJson : JsonSerializerContext;
