using System.Net;
using System.Text.Json;
using VegaGate.Text;
using VegaGate.Tracking;

namespace VegaGate.GitHub.Rest;

/// <summary>
/// Words every failure: the request, the answer, and what to do. All text from outside is bounded and on one line, and the token is
/// taken out of it. No exception of the framework is handed on inside, since what it quotes is not ours to know.
/// </summary>
internal sealed class FailureText(string? token)
{
    private const int MostOfMessage = 500;
    private const int MostOfPath = 300;

    /// <summary>GitHub's own words from the body of an answer; empty when it has none.</summary>
    public string MessageOf(GitHubAnswer answer)
    {
        try
        {
            using var body = JsonDocument.Parse(answer.Body);
            return Safe(ErrorBody.MessageOf(body.RootElement), MostOfMessage);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A proxy's page, or text that is no Unicode.
            return "";
        }
    }

    /// <summary>Nothing came back.</summary>
    /// <param name="wasSent">Whether the request may have arrived.</param>
    public TrackerException NoAnswer(GitHubRequest request, Exception cause, TimeSpan timeout, bool wasSent)
    {
        var why = cause is OperationCanceledException ? $"none within {timeout.TotalSeconds:0.###} s" : Safe(Story(cause), MostOfMessage);
        return new(TrackerFailure.Unreachable, $"No answer from GitHub to {Name(request)}: {why}.{(wasSent ? Doubt(request) : "")}");
    }

    public TrackerException Unreadable(GitHubRequest request, GitHubAnswer answer, string what)
    {
        var why = Safe(what, MostOfMessage).TrimEnd('.');
        return new(
            TrackerFailure.Unreachable,
            $"The answer of GitHub ({(int)answer.Status}) to {Name(request)} cannot be read: {why}.{Doubt(request)}");
    }

    public TrackerException Broken(GitHubRequest request, GitHubAnswer answer, DateTimeOffset? resumeAt) =>
        new(TrackerFailure.Unreachable, $"{Answered(request, answer)}.{Doubt(request)}") { ResumeAt = resumeAt };

    public TrackerException Limited(GitHubRequest request, GitHubAnswer answer, DateTimeOffset resumeAt) =>
        new(
            TrackerFailure.RateLimited,
            $"{Answered(request, answer)}. A limit is reached: try again after {resumeAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.")
        {
            ResumeAt = resumeAt,
        };

    public TrackerException Redirected(GitHubRequest request, GitHubAnswer answer, string why) =>
        new(
            TrackerFailure.Rejected,
            $"GitHub answered {(int)answer.Status} to {Name(request)} and points to {Quote(answer.Location)}: {why}");

    public TrackerException StrangePage(GitHubRequest request, string? next, string why) =>
        new(TrackerFailure.Unreachable, $"GitHub names {Quote(next)} as the page after {Name(request)}: {why}");

    public TrackerException Refused(GitHubRequest request, GitHubAnswer answer)
    {
        var (failure, advice) = answer.Status switch
        {
            HttpStatusCode.Unauthorized => (TrackerFailure.Forbidden, "The token is wrong or has expired."),
            HttpStatusCode.Forbidden => (TrackerFailure.Forbidden, MessageOf(answer).Contains("not permitted to create or approve pull requests", StringComparison.OrdinalIgnoreCase)
                ? "Tick \"Allow GitHub Actions to create and approve pull requests\" in the settings under Actions, General, of the repository (and of its organization)."
                : PermissionAdvice.For(answer.AcceptedPermissions, request.Needs)),
            HttpStatusCode.NotFound => (TrackerFailure.Rejected, "There is no such thing, or the token may not see the repository."),
            HttpStatusCode.Gone => (TrackerFailure.Rejected, "Issues are switched off in this repository, or this one was deleted."),
            HttpStatusCode.UnprocessableEntity => (TrackerFailure.Rejected, "A value that was sent is not accepted."),
            _ => (TrackerFailure.Rejected, ""),
        };
        return new(failure, $"{Answered(request, answer)}. {advice}".TrimEnd());
    }

    public TrackerException Because(TrackerFailure failure, string message) => new(failure, Safe(message, MostOfMessage));

    // The framework's outer message often says no more than that there is an inner one.
    private static string Story(Exception cause)
    {
        var outer = cause.Message.Replace(", see inner exception", "", StringComparison.Ordinal).TrimEnd('.');
        var root = cause.GetBaseException().Message.TrimEnd('.');
        return outer.Contains(root, StringComparison.Ordinal) ? outer : $"{outer}: {root}";
    }

    private static string Doubt(GitHubRequest request) =>
        request.IsIdempotent ? "" : " It is not known whether it was carried out: look before it is sent again.";

    private string Answered(GitHubRequest request, GitHubAnswer answer)
    {
        var message = MessageOf(answer);
        return $"GitHub answered {(int)answer.Status} to {Name(request)}" + (message.Length == 0 ? "" : $": {message.TrimEnd('.')}");
    }

    private string Name(GitHubRequest request)
    {
        var path = Uri.TryCreate(request.Path, UriKind.Absolute, out var address) && !address.IsFile ? address.PathAndQuery : request.Path;
        return $"{request.Method} {Safe(path, MostOfPath)}";
    }

    private string Quote(string? address) => address is null ? "nothing" : $"'{Safe(address, MostOfPath)}'";

    // Taken out before the text is cut, so that no half of it is left.
    private string Safe(string text, int most) =>
        ForeignText.Line(string.IsNullOrEmpty(token) ? text : text.Replace(token, "***", StringComparison.OrdinalIgnoreCase), most);
}
