using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Accounts;

/// <summary>Forgets an account with its passwords and identities, asked first. Nothing on its server changes.</summary>
internal sealed class RemoveAccount(AccountBook book, IMyMail mail) : IHandler<RemoveInput, RemoveAnswer>
{
    public async Task<Outcome<RemoveAnswer>> HandleAsync(RemoveInput input, CancellationToken cancellation)
    {
        if (await book.FindAsync(input.Account, cancellation) is not { } account) return Refusal.NotFound("accounts.unknown");
        if (input.Sure == Tick.Off) return new RemoveAnswer.AskSure(account.Name, AccountUrl.Of(account.Id, "remove"), AccountUrl.All);

        await book.RemoveAsync(account.Id, cancellation);
        await mail.ForgetAsync(account.Id, CancellationToken.None);
        return new RemoveAnswer.Done(AccountUrl.All, Said.Of("accounts.removed", "name", account.Name));
    }
}
