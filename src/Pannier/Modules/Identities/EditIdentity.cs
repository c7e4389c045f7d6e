using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Mail;

namespace Pannier.Modules.Identities;

/// <summary>Changes an identity. A default one stays it until another is made the default.</summary>
internal sealed class EditIdentity(AccountBook book) : IHandler<EditIdentityInput, IdentityPage>
{
    public async Task<Outcome<IdentityPage>> HandleAsync(EditIdentityInput input, CancellationToken cancellation)
    {
        if ((await book.AllIdentitiesAsync(cancellation)).FirstOrDefault(one => one.Id == input.Identity) is not { } identity) return Refusal.NotFound("identities.unknown");
        if (await book.FindAsync(identity.Account, cancellation) is not { } account) return Refusal.NotFound("accounts.unknown");
        if (IdentityCheck.Of(input.Typed) is var check && check != IdentityCheck.Good)
        {
            return new IdentityPage.Form(
                account,
                IdentityUrl.Of(identity.Id),
                Said.Of("identities.edit.title", "address", identity.Address),
                input.Typed,
                check,
                identity.IsDefault ? DefaultChoice.Settled : DefaultChoice.Offered);
        }

        var changed = identity with
        {
            Name = input.Typed.Name,
            Address = AddrSpec.Read(input.Typed.Address)!.Shown(), // checked just now
            ReplyTo = AddrSpec.Read(input.Typed.ReplyTo)?.Shown(),
            Signature = input.Typed.Signature.TrimEnd(),
            IsDefault = identity.IsDefault || input.Typed.Default == Tick.On,
        };
        await book.SaveIdentityAsync(changed, cancellation);
        return new IdentityPage.Done(IdentityUrl.All, Said.Of("identities.saved", "address", changed.Address));
    }
}
