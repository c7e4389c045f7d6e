using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Accounts;

/// <summary>Lists the accounts with what is known of their servers; asks none of them.</summary>
internal sealed class ShowAccounts(IMyMail mail) : IHandler<Nothing, AccountsPage>
{
    public async Task<Outcome<AccountsPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        var accounts = await mail.AccountsAsync(cancellation);
        var lines = new List<AccountLine>(accounts.Count);
        foreach (var (index, account) in accounts.Index())
        {
            var health = await mail.HealthAsync(account.Id, cancellation);
            var state = health switch { { LastFault: not null } => AccountState.Failing, { LastAnswer: not null } => AccountState.Fine, _ => AccountState.Unknown };
            lines.Add(new AccountLine(account, state, AccountWords.State(health), Moves(index, accounts.Count))
            {
                Facts = health is { } open ? AccountWords.Facts(open, await mail.FillingAsync(account.Id, cancellation)) : [],
            });
        }

        return new AccountsPage(lines);
    }

    private static IReadOnlyList<Move> Moves(int index, int count) =>
        [.. index > 0 ? [Move.Up] : Array.Empty<Move>(), .. index < count - 1 ? [Move.Down] : Array.Empty<Move>()];
}
