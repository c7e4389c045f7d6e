using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Outside;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn.Confirm;

/// <summary>Makes the page on which somebody proves once more that it is them, at the same door they came in by.</summary>
internal sealed class ConfirmForms(ISignInDoor checks, Passkeys passkeys, PortalOptions portal, Visit visit)
{
    public async Task<ConfirmPage.Form> NewAsync(LocalUrl? next, Parcel? carried, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        return new ConfirmPage.Form(user.Name.Shown, next, null)
        {
            Carried = carried,
            By = await ByAsync(user, cancellation),
            Host = checks.OutsideHost ?? "",
            PortalUrl = portal.Address,
            HasPasskeys = (await passkeys.AllAsync(visit.Required.Keyring, cancellation)).Any(passkey => passkey.Host == passkeys.Host),
        };
    }

    private async Task<ConfirmBy> ByAsync(UserAccount user, CancellationToken cancellation) => user.Backend switch
    {
        SignInBackend.OpenId => ConfirmBy.Provider,
        SignInBackend.Proxy when await checks.OpensForAsync(user, cancellation) => ConfirmBy.Proxy,
        SignInBackend.Portal when await checks.OpensForAsync(user, cancellation) => ConfirmBy.Portal,
        _ => user.HasPassphrase ? ConfirmBy.Passphrase : ConfirmBy.Password,
    };
}
