using Pannier.Core;

namespace Pannier.Modules.Accounts;

/// <summary>The person's mail accounts in their order.</summary>
public sealed record AccountsPage(IReadOnlyList<AccountLine> Accounts) : ITitled
{
    /// <summary>Whether they run this site, too.</summary>
    public bool RunsSite { get; init; }

    public Said Title => Said.Of("accounts.title");
}
