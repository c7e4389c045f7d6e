using Microsoft.Extensions.Options;
using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Outside;

namespace Pannier.Modules.SignIn.Enter;

/// <summary>Makes the sign-in form, as whoever checks or vouches here wants it.</summary>
internal sealed class SignInForms(ISignInDoor checks, PortalOptions portal, IOptions<Core.Sessions.SessionOptions> sessions, Visit visit)
{
    public SignInPage.Form New(string name, LocalUrl? next, Parcel? carried) => new(name, next, null)
    {
        Carried = carried,
        CheckedBy = checks.OutsideHost,
        IsLocal = checks.IsLocal,
        Vouching = checks.Vouching,
        IsOpenedBySite = checks.Opener == DataOpener.Site,
        VouchedAs = visit.NamedByProxy?.Shown,
        PortalUrl = portal.Address,
        StayDays = (int?)sessions.Value.StayFor?.TotalDays,
    };
}
