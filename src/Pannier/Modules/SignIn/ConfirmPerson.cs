using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

/// <summary>Checks the password once more (step-up), and opens the acts that ask for it for some minutes, under a new session id.</summary>
internal sealed class ConfirmPerson(People people, Tries tries, Door door, Parcels parcels, Visit visit, MyLog log) : IHandler<ConfirmInput, ConfirmPage>
{
    public async Task<Outcome<ConfirmPage>> HandleAsync(ConfirmInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        var form = new ConfirmPage.Form(user.Name.Shown, input.Next, null) { Carried = input.Carried };
        if (input is { Current: null, Carried: not null }) return form; // from the page that told of it
        if (input.Current is not { } current) return form with { Wrong = Said.Of("confirm.wrong") };

        using (current)
        {
            var attempt = await tries.BeginAsync(user.Name, cancellation);
            if (attempt.Wait is { } wait) return form with { Wrong = Tries.Say(wait), HasToWait = true };
            if (await people.SignInAsync(user.Name, current, cancellation) is not SignInOutcome.Opened opened)
            {
                log.NoteWrong(user.Name);
                return form with { Wrong = Said.Of("confirm.wrong") };
            }

            await tries.SucceededAsync(attempt);
            var next = await parcels.TakeInAsync(input.Carried, opened.Keyring, CancellationToken.None) ? CarriedUrl.Offer(input.Next) : input.Next ?? LocalUrl.Home;
            await door.ConfirmAsync(user, opened.Keyring, CancellationToken.None);
            await log.NoteAsync(user.Id, SecurityEventKind.Confirmed);
            return new ConfirmPage.Done(next, null);
        }
    }
}
