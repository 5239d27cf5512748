namespace VegaGate.Tracking;

/// <summary>Who did something, as the tracker knows them.</summary>
/// <param name="Login">The account's name; two logins that differ only in case are one account.</param>
/// <param name="Id">The account's number, which survives a renaming; 0 where the tracker has none.</param>
/// <param name="IsBot">Whether the account is an app, not a person.</param>
public sealed record Actor(string Login, long Id, bool IsBot)
{
    /// <summary>Whether this is the account of that name.</summary>
    public bool HasLogin(string login) => string.Equals(Login, login, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two are one account: by number where both have one, otherwise by login.</summary>
    public bool IsSameAs(Actor other) => Id != 0 && other.Id != 0 ? Id == other.Id : HasLogin(other.Login);
}
