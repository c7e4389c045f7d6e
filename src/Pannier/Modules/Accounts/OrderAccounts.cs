using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;

namespace Pannier.Modules.Accounts;

/// <summary>Moves an account one place; at the end it stays.</summary>
internal sealed class OrderAccounts(AccountBook book) : IHandler<OrderInput, AccountDone>
{
    public async Task<Outcome<AccountDone>> HandleAsync(OrderInput input, CancellationToken cancellation)
    {
        var accounts = (await book.AllAsync(cancellation)).ToList();
        var from = accounts.FindIndex(account => account.Id == input.Account);
        if (from < 0) return Refusal.NotFound("accounts.unknown");

        var to = Math.Clamp(from + (input.Move == Move.Up ? -1 : 1), 0, accounts.Count - 1);
        (accounts[from], accounts[to]) = (accounts[to], accounts[from]);
        foreach (var (place, account) in accounts.Index())
            if (account.Order != place) await book.SaveAsync(account with { Order = place }, cancellation);
        return new AccountDone(AccountUrl.All, null);
    }
}
