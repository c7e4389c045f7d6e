namespace Pannier.Modules.Accounts;

/// <summary>How an account's server is.</summary>
public enum AccountState
{
    Unknown,
    Fine,
    Failing,
}
