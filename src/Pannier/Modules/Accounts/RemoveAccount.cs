using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Modules.Accounts.Provider;

namespace Pannier.Modules.Accounts;

/// <summary>Forgets an account with its passwords, tokens and identities, asked first; tokens are given back. Nothing on its server changes.</summary>
internal sealed class RemoveAccount(AccountBook book, RevokeGrant revoke, IMyMail mail, MyLog log) : IHandler<RemoveInput, RemoveAnswer>
{
    public async Task<Outcome<RemoveAnswer>> HandleAsync(RemoveInput input, CancellationToken cancellation)
    {
        if (await book.FindAsync(input.Account, cancellation) is not { } account) return Refusal.NotFound("accounts.unknown");
        if (input.Sure == Tick.Off) return new RemoveAnswer.AskSure(account.Name, AccountUrl.Of(account.Id, "remove"), AccountUrl.All);

        var grant = await book.GrantAsync(account, cancellation);
        await book.RemoveAsync(account.Id, cancellation);
        await mail.ForgetAsync(account.Id, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.AccountRemoved, account.Address);
        if (grant is null) return new RemoveAnswer.Done(AccountUrl.All, Said.Of("accounts.removed", "name", account.Name));
        return await revoke.TryAsync(grant)
            ? new RemoveAnswer.Done(AccountUrl.All, Said.Of("accounts.removed.revoked", "name", account.Name))
            : new RemoveAnswer.Done(AccountUrl.All, Said.Of("accounts.removed.not-revoked", "name", account.Name).AsTrouble());
    }
}
