using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Mail;

namespace Pannier.Modules.Identities;

/// <summary>Adds an identity to an account; its first one is the default whatever was ticked.</summary>
internal sealed class AddIdentity(AccountBook book) : IHandler<AddIdentityInput, IdentityPage>
{
    public async Task<Outcome<IdentityPage>> HandleAsync(AddIdentityInput input, CancellationToken cancellation)
    {
        if (await book.FindAsync(input.Account, cancellation) is not { } account) return Refusal.NotFound("accounts.unknown");
        if (IdentityCheck.Of(input.Typed) is var check && check != IdentityCheck.Good)
            return new IdentityPage.Form(account, LocalUrl.Of("/identities/add"), Said.Of("identities.add.title", "account", account.Name), input.Typed, check, DefaultChoice.Offered);

        var isFirst = (await book.IdentitiesAsync(account.Id, cancellation)).Count == 0;
        var identity = new Identity(
            IdentityId.New(),
            account.Id,
            input.Typed.Name,
            AddrSpec.Read(input.Typed.Address)!.Shown(), // checked just now
            AddrSpec.Read(input.Typed.ReplyTo)?.Shown(),
            input.Typed.Signature.TrimEnd(),
            isFirst || input.Typed.Default == Tick.On);
        await book.SaveIdentityAsync(identity, cancellation);
        return new IdentityPage.Done(IdentityUrl.All, Said.Of("identities.added", "address", identity.Address));
    }
}
