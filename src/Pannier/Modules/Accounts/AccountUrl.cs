using Pannier.Core;
using Pannier.Mail;

namespace Pannier.Modules.Accounts;

/// <summary>Where accounts are managed.</summary>
public static class AccountUrl
{
    public static LocalUrl All { get; } = LocalUrl.Of("/accounts");

    public static LocalUrl Add { get; } = LocalUrl.Of("/accounts/add");

    public static LocalUrl Of(AccountId account) => LocalUrl.Of($"/accounts/{account}");

    public static LocalUrl Of(AccountId account, string act) => LocalUrl.Of($"/accounts/{account}/{act}");
}
