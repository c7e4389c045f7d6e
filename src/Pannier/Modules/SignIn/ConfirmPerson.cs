using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

/// <summary>Checks the password once more (step-up), and opens the acts that ask for it for some minutes, under a new session id.</summary>
internal sealed class ConfirmPerson(PasswordAgain again, ISignInDoor checks, Door door, Parcels parcels, Visit visit, MyLog log) : IHandler<ConfirmInput, ConfirmPage>
{
    public async Task<Outcome<ConfirmPage>> HandleAsync(ConfirmInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        var form = new ConfirmPage.Form(user.Name.Shown, input.Next, null) { Carried = input.Carried, IsPassphrase = user.HasPassphrase, Provider = user.Backend == SignInBackend.OpenId ? checks.OutsideHost : null };
        if (form.Provider is not null || input is { Current: null, Carried: not null }) return form; // from the page that told of it

        using var current = input.Current;
        var check = await again.CheckAsync(current, cancellation);
        if (check.Opened is not { Keyring: var keyring }) return form with { Wrong = check.Say(user.HasPassphrase ? "passphrase.wrong" : "confirm.wrong"), HasToWait = check.Wait is not null };

        var next = await parcels.TakeInAsync(input.Carried, keyring, CancellationToken.None) ? CarriedUrl.Offer(input.Next) : input.Next ?? LocalUrl.Home;
        await door.ConfirmAsync(user, keyring, CancellationToken.None);
        await log.NoteAsync(user.Id, SecurityEventKind.Confirmed);
        return new ConfirmPage.Done(next, null);
    }
}
