using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Configuration;

/// <summary>The keys of <c>.vegagate.yaml</c>.</summary>
public static class ConfigurationFormat
{
    private static readonly ScalarFormat Account = new("a login, for an app with [bot] behind it", value => Scalars.Login.Accepts(value.EndsWith("[bot]", StringComparison.Ordinal) ? value[..^5] : value))
    {
        Name = "account",
        Pattern = Scalars.LoginPattern + @"(?:\[bot\])?",
    };

    private static readonly ScalarFormat RepositoryName = new(
        "a repository, written owner/name", value => value.Split('/') is [var owner, var name] && Scalars.Login.Accepts(owner) && name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
    {
        Pattern = Scalars.LoginPattern + "/[A-Za-z0-9._-]{1,100}",
    };

    private static readonly ScalarFormat WorkflowFile = new(
        "the name of a workflow's file, such as release.yml",
        value => value.Length is > 4 and <= 100 && (value.EndsWith(".yml", StringComparison.Ordinal) || value.EndsWith(".yaml", StringComparison.Ordinal)) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
    {
        Pattern = @"[A-Za-z0-9._-]+\.(?:yml|yaml)",
        MaxLength = 100,
    };

    private static readonly ScalarFormat Pattern = new(
        "a pattern of paths from the root of the repository, such as checklists/**/*.yaml",
        value => value.Length is > 0 and <= 256 && value[0] != '/' && !value.Contains('\\', StringComparison.Ordinal) && !value.Split('/').Contains(".."))
    {
        Pattern = @"(?!/)(?!(?:[^\\]*/)?\.\.(?:/|(?![\s\S])))[^\\]+",
        MaxLength = 256,
    };

    private static readonly ScalarFormat Host = new(
        "a host name such as agent.example.com, or *.example.com for all below", value => value.Length <= Scalars.HostLength && Scalars.HostName.Accepts(value.StartsWith("*.", StringComparison.Ordinal) ? value[2..] : value))
    {
        Pattern = @"(?:\*\.)?" + Scalars.HostPattern,
        MaxLength = Scalars.HostLength,
    };

    public static KeyFormat Tracker { get; } = Optional("tracker", Scalars.Choice("local", "github"), "Where the issues are kept.");

    public static KeyFormat Repository { get; } = Optional("repository", RepositoryName, "The repository on GitHub.");

    public static KeyFormat Identity { get; } = Optional("identity", Account, "The account that writes issues; github-actions[bot] unless said.");

    public static KeyFormat FormerIdentities { get; } = Optional("former-identities", new ListFormat(Account, AcceptsSingle: true), "Accounts that wrote them before.");

    public static KeyFormat PullRequest { get; } = Optional(
        "pull-request", Scalars.Choice("block", "report"), "Whether the gate fails a pull request or only reports; unless said, it fails those into release/*.");

    public static KeyFormat Gate { get; } = Optional("gate", new MappingFormat("gate", [PullRequest]), "How the gate behaves.");

    public static ScalarFormat Severity { get; } = Scalars.Choice("off", "notice", "warning", "error");

    public static KeyFormat Rules { get; } = Optional(
        "rules", new NamedFormat("a severity (off, notice, warning or error) for each rule, written as its id, its name or its category", Scalars.Line, Severity), "What the findings of a rule are made to be; the id or name of a rule goes before its category.");

    public static KeyFormat Include { get; } = Optional("include", new ListFormat(Pattern, AcceptsSingle: true), "Only these files of a folder are checklists.");

    public static KeyFormat Exclude { get; } = Optional("exclude", new ListFormat(Pattern, AcceptsSingle: true), "These files of a folder are not.");

    public static KeyFormat Checklists { get; } = Optional(
        "checklists", new MappingFormat("selection", [Include, Exclude]), "Which files of the folders that are named are read; a file that is named itself always is.");

    public static KeyFormat Files { get; } = Required("files", new ListFormat(Pattern, AcceptsSingle: true), "The files that it is for.");

    public static KeyFormat Overrides { get; } = Optional(
        "overrides", new ListFormat(new MappingFormat("override", [Files, Rules])), "Other severities for some files; the last one that speaks of a rule decides.");

    public static KeyFormat MaxItems { get; } = Optional("items", Scalars.PositiveInteger, "How many items a list may have, 2,000 unless said; `validate` alone takes more, for a tracking issue maps no more.");

    public static KeyFormat Limits { get; } = Optional("limits", new MappingFormat("limits", [MaxItems]), "How large things may be.");

    public static KeyFormat PerRun { get; } = Optional("per-run", Scalars.PositiveInteger, "How many changes one run writes; 500 unless said.");

    public static KeyFormat PerHour { get; } = Optional("per-hour", Scalars.PositiveInteger, "How many issues are made in any hour; 450 unless said, for GitHub documents 500 for all that an account creates.");

    public static KeyFormat Reserve { get; } = Optional("reserve", Scalars.PositiveInteger, "How many requests of GitHub's limit are left to others; 100 unless said.");

    public static KeyFormat Budget { get; } = Optional("budget", new MappingFormat("budget", [PerRun, PerHour, Reserve]), "How much is written to GitHub. What is left is for the next run.");

    public static KeyFormat Hosts { get; } = Required("hosts", new ListFormat(Host, AcceptsSingle: true), "Hosts that `http`, `tls` and `dns` may ask about: the names themselves, and with `*.` before it everything below a name.");

    public static KeyFormat Probes { get; } = Optional("probes", new MappingFormat("probes", [Hosts]), "What the probes of `verify` may reach; no host unless said.");

    public static KeyFormat Workflow { get; } = Required("workflow", WorkflowFile, "The file of the workflow that releases, without its folder. What the gate holds there, `respond` runs again when it may go.");

    public static KeyFormat For { get; } = Optional("for", Scalars.Slug, "The stage that this workflow's gate asks for; the last one of each list unless said.");

    public static KeyFormat Inputs { get; } = Optional(
        "inputs", new NamedFormat("text for each input of the workflow", Scalars.Identifier, Scalars.Line), "What the workflow is given when it is started anew, because GitHub does not run a run again after 30 days or 50 attempts.");

    public static KeyFormat Release { get; } = Optional("release", new MappingFormat("release", [Workflow, For, Inputs]), "The workflow whose held runs are let go.");

    public static MappingFormat Mapping { get; } = new("configuration", [Tracker, Repository, Identity, FormerIdentities, Gate, Release, Rules, Checklists, Overrides, Limits, Budget, Probes]);
}
