using System.Text;
using System.Text.RegularExpressions;

namespace VegaGate.EndToEnd.Http;

/// <summary>All that a sync can leave in the emulated repository, as one text: two that are equal are the same end.</summary>
internal static partial class RepositoryState
{
    public static async Task<string> ReadAsync(GitHubEmulator github)
    {
        var text = new StringBuilder();
        foreach (var label in (await github.SendAsync(HttpMethod.Get, "labels?per_page=100", TestSeed.Admin, null, 200))!.AsArray().OrderBy(label => label!["name"]!.GetValue<string>(), StringComparer.Ordinal))
            text.Append($"label {label!["name"]} {label["color"]} {label["description"]}\n");
        foreach (var milestone in (await github.SendAsync(HttpMethod.Get, "milestones?state=all&per_page=100", TestSeed.Admin, null, 200))!.AsArray())
            text.Append($"milestone {milestone!["title"]}\n");
        foreach (var issue in await github.IssuesAsync())
        {
            text.Append($"\n#{issue.Number} {issue.Title}\n{(issue.IsOpen ? "open" : $"closed as {issue.StateReason}")}; milestone {issue.Milestone}\n");
            text.Append($"labels {string.Join(", ", issue.Labels.Order(StringComparer.Ordinal))}; assignees {string.Join(", ", issue.Assignees.Order(StringComparer.Ordinal))}\n");
            text.Append(Since().Replace(issue.Body, " since=<then> ")).Append('\n');
            foreach (var (login, body) in issue.Comments == 0 ? [] : await github.CommentsAsync(issue.Number))
                text.Append($"-- {login}: {body}\n");
        }

        return text.ToString();
    }

    /// <summary>The time of a write, which is another one in each run.</summary>
    [GeneratedRegex(""" since=\d{4}\S* """, RegexOptions.NonBacktracking)]
    private static partial Regex Since();
}
