using System.Collections.Immutable;
using System.Text.Json;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>From GitHub's shapes to the port's values, and back for the words that both have.</summary>
internal static class PayloadMapping
{
    // What GitHub itself shows in the place of an account that is gone.
    private static readonly Actor Ghost = new("ghost", 0, IsBot: false);

    private static readonly (CloseReason Reason, string Word)[] Reasons =
    [
        (CloseReason.Completed, "completed"),
        (CloseReason.NotPlanned, "not_planned"),
        (CloseReason.Duplicate, "duplicate"),
    ];

    /// <summary>Whoever is not plainly a person is a bot, and so can sign nothing.</summary>
    public static Actor? ToActor(this UserPayload? user) => user is null
        ? null
        : new Actor(user.Login, user.Id, user.Type is not (null or "User") || user.Login.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase));

    public static TrackedIssue ToIssue(this IssuePayload issue)
    {
        var isOpen = issue.State switch
        {
            "open" => true,
            "closed" => false,
            _ => throw new JsonException("An issue is neither open nor closed."),
        };
        return new TrackedIssue
        {
            Number = issue.Number,
            Title = issue.Title,
            Body = issue.Body ?? "",
            IsOpen = isOpen,
            ClosedAs = isOpen ? null : ToReason(issue.StateReason),
            Labels = [.. (issue.Labels ?? []).OfType<LabelPayload>().Select(label => label.Name)],
            Assignees = [.. (issue.Assignees ?? []).OfType<UserPayload>().Select(user => user.Login)],
            Milestone = issue.Milestone?.Title,
            IsUntouched = isOpen && issue is { Comments: 0, StateReason: null },
            IsLocked = issue.Locked,
            Author = issue.User.ToActor() ?? Ghost,
            CreatedAt = issue.CreatedAt,
            UpdatedAt = issue.UpdatedAt,
            Url = issue.HtmlUrl ?? "",
        };
    }

    public static Commented ToComment(this CommentPayload comment) =>
        new(comment.User.ToActor(), comment.CreatedAt, comment.Id, comment.Body ?? "", comment.UpdatedAt != comment.CreatedAt)
        {
            Url = comment.HtmlUrl ?? "",
            ByApp = comment.PerformedViaGithubApp.IsThere(),
            IsAcknowledged = comment.Reactions is { PlusOne: > 0 },
        };

    /// <summary>Whether a member whose value does not matter is there and not null.</summary>
    public static bool IsThere(this JsonElement? member) => member is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    public static CloseReason? ToReason(string? word)
    {
        foreach (var (reason, name) in Reasons)
        {
            if (string.Equals(name, word, StringComparison.Ordinal))
                return reason;
        }

        return null;
    }

    public static string ToWord(this CloseReason reason) => Array.Find(Reasons, pair => pair.Reason == reason).Word;

    /// <summary>Labels and logins are compared without regard to case, so a set holds each once.</summary>
    public static string[] ToSet(this ImmutableArray<string> names) =>
        names.IsDefaultOrEmpty ? [] : [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
}
