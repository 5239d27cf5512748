using VegaGate.Format;
using static VegaGate.Format.KeyFormat;

namespace VegaGate.Configuration;

/// <summary>The keys of <c>.vegagate.yaml</c>.</summary>
public static class ConfigurationFormat
{
    private static readonly ScalarFormat Account = new("a login, for an app with [bot] behind it", value => Scalars.Login.Accepts(value.EndsWith("[bot]", StringComparison.Ordinal) ? value[..^5] : value));

    private static readonly ScalarFormat RepositoryName = new(
        "a repository, written owner/name", value => value.Split('/') is [var owner, var name] && Scalars.Login.Accepts(owner) && name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'));

    public static KeyFormat Tracker { get; } = Optional("tracker", Scalars.Choice("local", "github"), "Where the issues are kept.");

    public static KeyFormat Repository { get; } = Optional("repository", RepositoryName, "The repository on GitHub.");

    public static KeyFormat Identity { get; } = Optional("identity", Account, "The account that writes issues; github-actions[bot] unless said.");

    public static KeyFormat FormerIdentities { get; } = Optional("former-identities", new ListFormat(Account, AcceptsSingle: true), "Accounts that wrote them before.");

    public static KeyFormat PullRequest { get; } = Optional(
        "pull-request", Scalars.Choice("block", "report"), "Whether the gate fails a pull request or only reports; unless said, it fails those into release/*.");

    public static KeyFormat Gate { get; } = Optional("gate", new MappingFormat("gate", [PullRequest]), "How the gate behaves.");

    public static KeyFormat MaxItems { get; } = Optional("items", Scalars.PositiveInteger, "How many items a list may have, 2,000 unless said; `validate` alone takes more, for a tracking issue maps no more.");

    public static KeyFormat Limits { get; } = Optional("limits", new MappingFormat("limits", [MaxItems]), "How large things may be.");

    public static MappingFormat Mapping { get; } = new("configuration", [Tracker, Repository, Identity, FormerIdentities, Gate, Limits]);
}
