using System.Globalization;
using System.Text.Json;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>One comment of ours on a pull request, which is kept up to date instead of being said again.</summary>
/// <param name="identity">Whose comments are ours.</param>
public sealed class PullRequestComments(GitHubConnection connection, RepositoryName repository, Actor identity)
{
    /// <summary>Puts a text in the place of the comment, or says it where there is none yet, and tells whether anything was written.</summary>
    /// <param name="mark">What the comment begins with, by which it is found again.</param>
    /// <param name="body">The whole comment, with the mark.</param>
    /// <param name="isWanted">Whether it is said where there is none yet.</param>
    public async Task<bool> PutAsync(int number, string mark, string body, bool isWanted, CancellationToken cancellation)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/issues/{number}/comments");
        var comments = await connection.GetPagesAsync(path, GitHubJson.Default.CommentPayloadArray, cancellation);
        var own = comments.FirstOrDefault(comment => comment.User.ToActor()?.HasLogin(identity.Login) == true && comment.Body?.StartsWith(mark, StringComparison.Ordinal) == true);
        if (own is null ? !isWanted : own.Body == body)
            return false;
        var request = own is null
            ? new GitHubRequest(HttpMethod.Post, path)
            : new GitHubRequest(HttpMethod.Patch, string.Create(CultureInfo.InvariantCulture, $"{repository.Path}/issues/comments/{own.Id}"));
        var content = JsonSerializer.SerializeToUtf8Bytes(new CommentRequest(body), GitHubJson.Default.CommentRequest);
        await connection.SendAsync(request with { Body = content, Needs = "pull-requests: write" }, answer => answer.Status, cancellation);
        return true;
    }
}
