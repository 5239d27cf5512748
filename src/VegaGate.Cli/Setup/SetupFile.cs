using System.Security.Cryptography;
using System.Text;
using VegaGate.Escalation;
using VegaGate.Rules;
using VegaGate.Syntax;

namespace VegaGate.Cli.Setup;

/// <summary>What somebody says about their repository.</summary>
/// <param name="Action">Where workflows find the action: owner/repository@ref, or "./".</param>
/// <param name="Branch">The default branch.</param>
/// <param name="Owner">The login of who owns the first items.</param>
internal sealed record SetupAnswers(string Action, string Branch, string Owner)
{
    /// <summary>Every morning, and not at the full hour, when everybody's schedules begin.</summary>
    public const string Daily = "43 6 * * *";

    /// <summary>When updates are due, as a workflow writes it.</summary>
    public string UpdateSchedule { get; init; } = Daily;

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

    /// <summary>Made from a list: it has to be as that list, which is its owners', makes it.</summary>
    Made,
}

/// <summary>A file of a set-up.</summary>
/// <param name="Path">From the root of the repository, with forward slashes.</param>
/// <param name="Template">The text with its placeholders; of a form that is made from a list, that list.</param>
internal sealed record SetupFile(string Path, SetupCare Care, Func<string> Template)
{
    private const string Opening = "# Written by vegagate init from template ";

    /// <summary>Of a form, the list that makes it; null for every other file.</summary>
    public string? List { get; init; }

    /// <summary>What writes a form anew.</summary>
    public string FormCall => $"vegagate form {List}{(Path == BlockerForms.Only ? "" : $" --out {Path}")}";

    /// <summary>As it would be written; null where the list makes no form: it has errors, or nobody who is called.</summary>
    /// <param name="list">What is in the list's place; null where nothing is.</param>
    public string? Render(SetupAnswers answers, string? list, DateTimeOffset now) => Care switch
    {
        SetupCare.Shared => $"{Opening}{Mark}; it is yours now, and `vegagate init --check` says when there is a newer one.\n{Fill(answers)}",
        SetupCare.Made => MakeForm(list ?? Fill(answers), now),
        _ => Fill(answers),
    };

    /// <summary>Of a file that is there, why it is not of this version; null when it is. A file that was not written by us is its owners' own affair.</summary>
    /// <param name="rendered">As it would be written.</param>
    public string? FindStale(string text, string rendered) => Care switch
    {
        SetupCare.Ours => text == rendered ? null : "is not as this version makes it: delete it, and run `vegagate init` again",
        SetupCare.Made => text == rendered ? null : $"is not as {List} makes it: run `{FormCall}`",
        SetupCare.Shared when text.StartsWith(Opening, StringComparison.Ordinal) && !text.AsSpan(Opening.Length).StartsWith(Mark) =>
            "was written from an older template: delete it, run `vegagate init` again, and put your own changes back",
        _ => null,
    };

    private string Fill(SetupAnswers answers) =>
        Template()
            .Replace("__ACTION__", answers.Action, StringComparison.Ordinal)
            .Replace("__BRANCH__", answers.Branch, StringComparison.Ordinal)
            .Replace("__OWNER__", answers.Owner, StringComparison.Ordinal)
            .Replace("__UPDATES__", answers.UpdateSchedule, StringComparison.Ordinal);

    private string? MakeForm(string list, DateTimeOffset now)
    {
        var result = Validator.Validate([YamlReader.Read(List!, Encoding.UTF8.GetBytes(list))], RuleCatalog.All, now);
        return result is { HasErrors: false, Checklists: [{ Escalation: not null } checklist] } ? IssueForm.Write(checklist) : null;
    }

    private string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Template())).AsSpan(0, 4));
}
