using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Modules.Accounts;

/// <summary>Lists the accounts with what is known of their servers; asks none of them.</summary>
internal sealed class ShowAccounts(IMyMail mail, Visit visit) : IHandler<Nothing, AccountsPage>
{
    public async Task<Outcome<AccountsPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        var accounts = await mail.AccountsAsync(cancellation);
        var lines = new List<AccountLine>(accounts.Count);
        foreach (var (index, account) in accounts.Index())
        {
            var health = await mail.HealthAsync(account.Id, cancellation);
            lines.Add(new AccountLine(account, AccountWords.StateOf(health), AccountWords.State(health), Moves(index, accounts.Count))
            {
                SignInUrl = health?.LastFault?.Kind == MailFaultKind.ConsentLapsed ? AccountUrl.Of(account.Id, "sign-in") : null,
                Facts = health is { } open ? AccountWords.Facts(open, await mail.FillingAsync(account.Id, cancellation), await mail.WaitingAsync(account.Id, cancellation)) : [],
            });
        }

        return new AccountsPage(lines) { RunsSite = visit.Required.Role == Role.Administrator };
    }

    private static IReadOnlyList<Move> Moves(int index, int count) =>
        [.. index > 0 ? [Move.Up] : Array.Empty<Move>(), .. index < count - 1 ? [Move.Down] : Array.Empty<Move>()];
}
