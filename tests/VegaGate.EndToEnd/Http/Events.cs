using System.Text.Json.Nodes;

namespace VegaGate.EndToEnd.Http;

/// <summary>The events that start the workflows, with as much of their payload as GitHub's documentation says is there.</summary>
internal static class Events
{
    public static WorkflowRun Push(string workflow = "checklists.yml") => new(workflow, "push")
    {
        Payload = new JsonObject { ["ref"] = "refs/heads/main", ["repository"] = RepositoryOf(TestSeed.Repository), ["sender"] = Account(TestSeed.Admin) },
    };

    public static WorkflowRun Tag(string name) => new("release.yml", "push")
    {
        Ref = $"refs/tags/{name}",
        Payload = new JsonObject { ["ref"] = $"refs/tags/{name}", ["repository"] = RepositoryOf(TestSeed.Repository), ["sender"] = Account(TestSeed.Admin) },
    };

    /// <summary>Somebody starts the release of a tag by hand, with these inputs.</summary>
    public static WorkflowRun Dispatch(string tag, string actor, int actorId, params (string Name, string Value)[] inputs) => new("release.yml", "workflow_dispatch")
    {
        Ref = $"refs/tags/{tag}",
        Payload = new JsonObject
        {
            ["ref"] = $"refs/tags/{tag}",
            ["inputs"] = new JsonObject(inputs.Select(input => KeyValuePair.Create<string, JsonNode?>(input.Name, input.Value))),
            ["repository"] = RepositoryOf(TestSeed.Repository),
            ["sender"] = Account(actor),
        },
        More = ["--actor", actor, "--actor-id", $"{actorId}"],
    };

    /// <summary>Somebody opened a pull request.</summary>
    /// <param name="headRepository">Another repository makes it a pull request from a fork, whose token only reads.</param>
    public static WorkflowRun PullRequest(string baseBranch = "main", string headRepository = TestSeed.Repository, string eventName = "pull_request", string workflow = "checklists.yml") => new(workflow, eventName)
    {
        Ref = eventName == "pull_request" ? "refs/pull/7/merge" : "refs/heads/main",
        Payload = new JsonObject
        {
            ["action"] = "opened",
            ["number"] = 7,
            ["pull_request"] = new JsonObject
            {
                ["number"] = 7,
                ["head"] = new JsonObject { ["ref"] = "topic", ["sha"] = new string('2', 40), ["repo"] = RepositoryOf(headRepository) },
                ["base"] = new JsonObject { ["ref"] = baseBranch, ["sha"] = new string('1', 40), ["repo"] = RepositoryOf(TestSeed.Repository) },
            },
            ["repository"] = RepositoryOf(TestSeed.Repository),
            ["sender"] = Account(TestSeed.Guest),
        },
    };

    public static WorkflowRun MergeGroup(string baseBranch) => new("checklists.yml", "merge_group")
    {
        Ref = $"refs/heads/gh-readonly-queue/{baseBranch}/pr-7-{new string('1', 40)}",
        Payload = new JsonObject
        {
            ["action"] = "checks_requested",
            ["merge_group"] = new JsonObject { ["base_ref"] = $"refs/heads/{baseBranch}", ["head_ref"] = $"refs/heads/gh-readonly-queue/{baseBranch}/pr-7" },
            ["repository"] = RepositoryOf(TestSeed.Repository),
        },
    };

    /// <summary>Somebody closed or reopened an issue, or changed its labels.</summary>
    public static WorkflowRun Issue(string action, int number, string sender) => new("respond.yml", "issues")
    {
        Payload = new JsonObject
        {
            ["action"] = action,
            ["issue"] = new JsonObject { ["number"] = number, ["state"] = action == "closed" ? "closed" : "open" },
            ["repository"] = RepositoryOf(TestSeed.Repository),
            ["sender"] = Account(sender),
        },
    };

    public static WorkflowRun Comment(int number, long comment, string sender) => new("respond.yml", "issue_comment")
    {
        Payload = new JsonObject
        {
            ["action"] = "created",
            ["issue"] = new JsonObject { ["number"] = number },
            ["comment"] = new JsonObject { ["id"] = comment, ["user"] = Account(sender) },
            ["repository"] = RepositoryOf(TestSeed.Repository),
            ["sender"] = Account(sender),
        },
    };

    private static JsonObject Account(string login) => new() { ["login"] = login, ["id"] = 1, ["type"] = login.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User" };

    private static JsonObject RepositoryOf(string name) => new() { ["id"] = 1, ["full_name"] = name };
}
