using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>The numbers of milestones by title, open and closed, listed once.</summary>
internal sealed class Milestones(GitHubConnection connection, RepositoryName repository)
{
    private ImmutableDictionary<string, int>? numbers;

    public async Task<int> NumberAsync(string title, CancellationToken cancellation) =>
        (await ReadAsync(cancellation)).TryGetValue(title, out var number)
            ? number
            : throw connection.Failures.Because(TrackerFailure.Rejected, $"{repository} has no milestone '{title}'.");

    public async Task EnsureAsync(string title, CancellationToken cancellation)
    {
        if ((await ReadAsync(cancellation)).ContainsKey(title))
            return;
        var request = new GitHubRequest(HttpMethod.Post, $"{repository.Path}/milestones")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new MilestoneRequest(title), GitHubJson.Default.MilestoneRequest),
            Expected = [HttpStatusCode.UnprocessableEntity],
        };
        var (made, answer) = await connection.SendAsync(
            request,
            answer => (answer.IsSuccess ? GitHubConnection.Read(answer, GitHubJson.Default.MilestonePayload) : null, answer),
            cancellation);
        if (made is not null)
        {
            numbers = numbers!.SetItem(title, made.Number);
            return;
        }

        // Somebody else made it since the list was read, or GitHub takes another spelling for the same.
        numbers = null;
        if (!ErrorBody.SaysAlreadyExists(answer.Body) || !(await ReadAsync(cancellation)).ContainsKey(title))
            throw connection.Failures.Refused(request, answer);
    }

    private async Task<ImmutableDictionary<string, int>> ReadAsync(CancellationToken cancellation)
    {
        if (numbers is { } known)
            return known;
        var path = $"{repository.Path}/milestones?state=all";
        var list = await connection.GetPagesAsync(path, GitHubJson.Default.MilestonePayloadArray, cancellation);
        return numbers = list.GroupBy(milestone => milestone.Title, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.Min(milestone => milestone.Number), StringComparer.Ordinal);
    }
}
