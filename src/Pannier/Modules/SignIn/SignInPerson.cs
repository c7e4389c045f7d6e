using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

/// <summary>Checks name and password and opens the door; which of the two was wrong is not told.</summary>
internal sealed class SignInPerson(People people, Tries tries, Door door, Parcels parcels, MyLog log) : IHandler<SignInInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(SignInInput input, CancellationToken cancellation)
    {
        var typed = input.Name?.Value ?? "";
        var form = new SignInPage.Form(typed, input.Next, null) { Carried = input.Carried };
        if (input is { Name: null, Password: null, Carried: not null }) return form; // from the page that told of the end
        if (input.Password is not { } password || SignInName.Read(typed) is not { } name) return form with { Wrong = Said.Of("signin.wrong") };

        using (password)
        {
            var attempt = await tries.BeginAsync(name, cancellation);
            if (attempt.Wait is { } wait) return form with { Wrong = Tries.Say(wait), HasToWait = true };
            switch (await people.SignInAsync(name, password, cancellation))
            {
                case SignInOutcome.Opened opened:
                    await tries.SucceededAsync(attempt);
                    var next = await parcels.TakeInAsync(input.Carried, opened.Keyring, cancellation) ? CarriedUrl.Offer(input.Next) : input.Next ?? LocalUrl.Home;
                    if (await door.EnterAsync(opened.User, opened.Keyring, cancellation) == Entered.FactorAsked) return new SignInPage.Done(FactorUrl.Ask(next), null);
                    await log.NoteAsync(opened.User.Id, SecurityEventKind.SignedIn);
                    return new SignInPage.Done(next, null);
                case SignInOutcome.Locked locked:
                    await tries.SucceededAsync(attempt);
                    await door.WaitAsync(locked.User, cancellation);
                    await log.NoteAsync(locked.User.Id, SecurityEventKind.SignedIn);
                    return new SignInPage.Done(LocalUrl.Of("/unlock"), null);
                default:
                    log.NoteWrong(name);
                    return form with { Wrong = Said.Of("signin.wrong") };
            }
        }
    }
}
