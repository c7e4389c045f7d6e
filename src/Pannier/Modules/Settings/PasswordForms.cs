using Pannier.Core;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Outside;

namespace Pannier.Modules.Settings;

/// <summary>Makes the page of the password, as the person's door wants it.</summary>
internal sealed class PasswordForms(ISignInDoor checks, Passkeys passkeys, Visit visit)
{
    /// <summary>Where it is.</summary>
    public static LocalUrl Url { get; } = LocalUrl.Of("/settings/password");

    public async Task<PasswordPage.Form> NewAsync(CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        var opens = await checks.OpensForAsync(user, cancellation);
        return new PasswordPage.Form(user.Name.Shown)
        {
            IsOutside = user.HasPasswordElsewhere,
            IsPassphrase = user.HasPassphrase,
            IsOpenedBySite = opens,
            MayLetOpen = !opens && checks.Opener == DataOpener.Site && user.Backend == checks.Vouching,
            HasOpeningPasskey = !opens && await passkeys.HasOpenerAsync(visit.Required.Keyring, cancellation),
            Host = checks.OutsideHost ?? "",
        };
    }
}
