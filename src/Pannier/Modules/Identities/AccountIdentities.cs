using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Identities;

/// <summary>One account's identities, the default first.</summary>
public sealed record AccountIdentities(MyAccount Account, IReadOnlyList<IdentityLine> Identities)
{
    public string Mark => AccountMark.Of(Account.Colour);

    public LocalUrl AddUrl => IdentityUrl.Add(Account.Id);
}
