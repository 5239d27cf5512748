using System.Globalization;
using System.Net;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>Takes comments of one repository's issues back.</summary>
public sealed class GitHubComments(GitHubConnection connection, RepositoryName repository) : IOwnComments
{
    public Task RemoveAsync(long comment, CancellationToken cancellation) => connection.SendAsync(
        new GitHubRequest(HttpMethod.Delete, string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/issues/comments/{comment}"))
        {
            Expected = [HttpStatusCode.NotFound],
            IsRepeatable = true,
            Needs = "issues: write",
        },
        answer => answer.Status,
        cancellation);
}
