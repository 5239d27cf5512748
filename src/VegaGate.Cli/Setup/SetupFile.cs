using System.Security.Cryptography;
using System.Text;

namespace VegaGate.Cli.Setup;

/// <summary>What somebody says about their repository.</summary>
/// <param name="Action">Where workflows find the action: owner/repository@ref, or "./".</param>
/// <param name="Branch">The default branch.</param>
/// <param name="Owner">The login of who owns the first items.</param>
internal sealed record SetupAnswers(string Action, string Branch, string Owner)
{
    /// <summary>Nobody's, until somebody puts the commit of a release there.</summary>
    public const string UnknownAction = "OWNER/vegagate@FULL_COMMIT_ID";

    /// <summary>How logins end that are nobody's: one of GitHub has no dot, so nobody can sign for them.</summary>
    public const string UnknownLogin = ".example";

    public const string UnknownOwner = "owner" + UnknownLogin;
}

/// <summary>Who looks after a file once it is written.</summary>
internal enum SetupCare
{
    /// <summary>Its owners write on; only that it is there matters.</summary>
    Theirs,

    /// <summary>Its owners may change it; a newer template is told.</summary>
    Shared,

    /// <summary>Made from the program: it has to be as this version makes it.</summary>
    Ours,
}

/// <summary>A file of a set-up.</summary>
/// <param name="Path">From the root of the repository, with forward slashes.</param>
/// <param name="Template">The text with its placeholders.</param>
internal sealed record SetupFile(string Path, SetupCare Care, Func<string> Template)
{
    private const string Opening = "# Written by vegagate init from template ";

    public string Render(SetupAnswers answers)
    {
        var text = Template().Replace("__ACTION__", answers.Action, StringComparison.Ordinal).Replace("__BRANCH__", answers.Branch, StringComparison.Ordinal).Replace("__OWNER__", answers.Owner, StringComparison.Ordinal);
        return Care == SetupCare.Shared ? $"{Opening}{Mark}; it is yours now, and `vegagate init --check` says when there is a newer one.\n{text}" : text;
    }

    /// <summary>Of a file that is there, why it is not of this version; null when it is. A file that was not written by us is its owners' own affair.</summary>
    public string? FindStale(string text, SetupAnswers answers) => Care switch
    {
        SetupCare.Ours => text == Render(answers) ? null : $"is not as this version makes it: delete it, and run `vegagate init` again",
        SetupCare.Shared when text.StartsWith(Opening, StringComparison.Ordinal) && !text.AsSpan(Opening.Length).StartsWith(Mark) =>
            "was written from an older template: delete it, run `vegagate init` again, and put your own changes back",
        _ => null,
    };

    private string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Template())).AsSpan(0, 4));
}
