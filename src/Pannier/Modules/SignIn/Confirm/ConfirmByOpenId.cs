using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Outside.OpenId;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Mail.OAuth;
using Pannier.Modules.SignIn.Elsewhere;

namespace Pannier.Modules.SignIn.Confirm;

/// <summary>Sends somebody to the identity provider once more (step-up), to sign in there however long they have been signed in.</summary>
internal sealed class ConfirmByOpenId(OpenIdDoor provider, ISignInDoor checks, Parcels parcels, Visit visit) : IHandler<ProviderAgainInput, ConfirmPage>
{
    public async Task<Outcome<ConfirmPage>> HandleAsync(ProviderAgainInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        if (user.Backend != SignInBackend.OpenId) return new ConfirmPage.Done(ConfirmUrl.Then(input.Next), null);
        try
        {
            var next = await parcels.TakeInAsync(input.Carried, visit.Required.Keyring, cancellation) ? CarriedUrl.Offer(input.Next) : input.Next; // it cannot go there and back
            var url = await provider.AskAsync(OpenIdPurpose.Again, next, Wishes.None, cancellation);
            return new ConfirmPage.Go(checks.OutsideHost ?? "", url.AbsoluteUri, url.Host);
        }
        catch (OAuthFault)
        {
            return new ConfirmPage.Done(ConfirmUrl.Then(input.Next), Said.Of("signin.provider.unavailable", "host", checks.OutsideHost ?? "").AsTrouble());
        }
    }
}
