using Pannier.Core;
using Pannier.Core.Accounts;

namespace Pannier.Modules.Identities;

/// <summary>One identity of the list.</summary>
/// <param name="RemoveUrl">Null for an account's last one, which stays.</param>
public sealed record IdentityLine(Identity Identity, LocalUrl? RemoveUrl)
{
    public LocalUrl EditUrl => IdentityUrl.Of(Identity.Id);

    public string Shown => Identity.Name.Length == 0 ? Identity.Address : Identity.Name;
}
