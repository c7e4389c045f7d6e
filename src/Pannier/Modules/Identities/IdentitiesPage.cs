using Pannier.Core;

namespace Pannier.Modules.Identities;

/// <summary>Who the person may write as, account by account.</summary>
public sealed record IdentitiesPage(IReadOnlyList<AccountIdentities> Accounts) : ITitled
{
    public Said Title => Said.Of("identities.title");
}
