using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside.OpenId;
using Pannier.Core.Users;
using Pannier.Mail.OAuth;
using Pannier.Modules.SignIn.Enter;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>Begins a sign-in at the identity provider, with a page that has the link: a form must not lead to another site.</summary>
internal sealed class BeginOpenId(OpenIdDoor provider, SignInForms forms) : IHandler<ProviderInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(ProviderInput input, CancellationToken cancellation)
    {
        var form = forms.New("", input.Next, null);
        if (form is not { Vouching: SignInBackend.OpenId, CheckedBy: { } host }) return form;
        try
        {
            var url = await provider.AskAsync(OpenIdPurpose.SignIn, input.Next, input.Wishes, cancellation);
            return new SignInPage.Go(host, url.AbsoluteUri, url.Host);
        }
        catch (OAuthFault)
        {
            return form with { Wrong = Said.Of("signin.provider.unavailable", "host", host), IsUnavailable = true };
        }
    }
}
