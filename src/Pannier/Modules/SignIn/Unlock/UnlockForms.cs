using Pannier.Core;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Outside;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn.Unlock;

/// <summary>Makes the form that opens the data of somebody who was vouched for.</summary>
internal sealed class UnlockForms(ISignInDoor checks, OutsidePeople arrivals)
{
    public async Task<UnlockPage.Passphrase> NewAsync(UserAccount user, LocalUrl? next, Parcel? carried, CancellationToken cancellation) =>
        new(user.Name.Shown, checks.OutsideHost ?? "", next) { Carried = carried, HasNone = !await arrivals.HasPasswordAsync(user, cancellation) };
}
