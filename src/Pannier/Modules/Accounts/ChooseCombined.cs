using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Accounts;

/// <summary>Takes an account into the combined views, or out of them.</summary>
internal sealed class ChooseCombined(AccountBook book) : IHandler<CombinedInput, AccountDone>
{
    public async Task<Outcome<AccountDone>> HandleAsync(CombinedInput input, CancellationToken cancellation)
    {
        if (await book.FindAsync(input.Account, cancellation) is not { } account) return Refusal.NotFound("accounts.unknown");

        await book.SaveAsync(account with { Combined = input.Combined }, cancellation);
        return new AccountDone(AccountUrl.All, Said.Of(input.Combined == InCombinedViews.Hidden ? "accounts.hidden" : "accounts.shown", "name", account.Name));
    }
}
