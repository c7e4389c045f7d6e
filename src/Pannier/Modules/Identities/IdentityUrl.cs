using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Mail;

namespace Pannier.Modules.Identities;

/// <summary>Where identities are managed.</summary>
public static class IdentityUrl
{
    public static LocalUrl All { get; } = LocalUrl.Of("/identities");

    public static LocalUrl Of(IdentityId identity) => LocalUrl.Of($"/identities/{identity}");

    public static LocalUrl Remove(IdentityId identity) => LocalUrl.Of($"/identities/{identity}/remove");

    public static LocalUrl Add(AccountId account) => LocalUrl.Of($"/identities/add?account={account}");
}
