using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn.Confirm;

/// <summary>Checks the password once more (step-up); of somebody whose data the site opens, the proxy's word in this very request.</summary>
internal sealed class ConfirmPerson(PasswordAgain again, ConfirmForms forms, StepUp stepUp, Visit visit) : IHandler<ConfirmInput, ConfirmPage>
{
    public async Task<Outcome<ConfirmPage>> HandleAsync(ConfirmInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        var form = await forms.NewAsync(input.Next, input.Carried, cancellation);
        if (form.By is ConfirmBy.Provider or ConfirmBy.Portal || input is { Current: null, Yes: Tick.Off, Carried: not null }) return form; // from the page that told of it
        if (form.By == ConfirmBy.Proxy)
            return input.Yes == Tick.On && visit.NamedByProxy?.Key == user.Name.Key
                ? new ConfirmPage.Done(await stepUp.DoneAsync(visit.Required.Keyring, input.Next, input.Carried), null)
                : form with { Wrong = Said.Of("signin.vouched.gone") };

        using var current = input.Current;
        var check = await again.CheckAsync(current, cancellation);
        if (check.Opened is not { Keyring: var keyring }) return form with { Wrong = check.Say(user.HasPassphrase ? "passphrase.wrong" : "confirm.wrong"), HasToWait = check.Wait is not null };

        return new ConfirmPage.Done(await stepUp.DoneAsync(keyring, input.Next, input.Carried), null);
    }
}
