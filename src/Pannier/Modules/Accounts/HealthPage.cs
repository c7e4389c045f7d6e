using Pannier.Core;
using Pannier.Core.Accounts;

namespace Pannier.Modules.Accounts;

/// <summary>How an account and its server are, in full.</summary>
/// <param name="Facts">Label and value, in turn.</param>
/// <param name="Abilities">What the server can do, and what follows where it cannot.</param>
/// <param name="Faults">The last ones, newest first.</param>
public sealed record HealthPage(MyAccount Account, AccountState Health, Said State, IReadOnlyList<HealthFact> Facts, IReadOnlyList<Said> Abilities, IReadOnlyList<HealthMailbox> Mailboxes, IReadOnlyList<HealthFault> Faults) : ITitled
{
    public Said Title => Said.Of("accounts.health.title", "name", Account.Name);

    public LocalUrl TestUrl => AccountUrl.Of(Account.Id, "test");

    public LocalUrl SelfUrl => AccountUrl.Of(Account.Id, "health");
}
