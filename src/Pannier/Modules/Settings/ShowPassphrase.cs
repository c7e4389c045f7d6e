using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;

namespace Pannier.Modules.Settings;

/// <summary>Asks somebody whose data the site opens for a passphrase in its place.</summary>
internal sealed class ShowPassphrase(ISignInDoor checks, Visit visit) : IHandler<Nothing, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        await checks.OpensForAsync(visit.Required.Person.User, cancellation) ? new PasswordPage.Choose(visit.Name, null) : new PasswordPage.Done(PasswordForms.Url, null);
}
