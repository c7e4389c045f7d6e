using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Humans;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Mail;
using Pannier.Modules.SignIn.Human;

namespace Pannier.Modules.SignIn.Enter;

/// <summary>Checks name and password and opens the door; which of the two was wrong is not told. Somebody new, for whom a back end vouches, gets keys of their own.</summary>
internal sealed class SignInPerson(ISignInDoor checks, SignInForms forms, Tries tries, HumanCheck human, Door door, Parcels parcels, OwnMailAccount mail, MyLog log) : IHandler<SignInInput, SignInPage>
{
    public async Task<Outcome<SignInPage>> HandleAsync(SignInInput input, CancellationToken cancellation)
    {
        var typed = input.Name?.Value ?? "";
        var form = forms.New(typed, input.Next, input.Carried);
        if (input is { Name: null, Password: null, Carried: { } carried } && form.Vouching is SignInBackend.OpenId or SignInBackend.Portal) parcels.Hold(carried); // it cannot go there and back
        if (input.AsksOnly == Tick.On || input is { Name: null, Password: null, Carried: not null }) return form; // from the check, or the page that told of the end
        if (input.Password is not { } password || SignInName.Read(typed) is not { } read || checks.Name(read) is not { } name) return form.Wrongly();

        using (password)
        {
            if (await tries.WaitAsync(name, cancellation) is { } first) return form with { Wrong = Tries.Say(first), HasToWait = true };
            if (!await human.LetByAsync(name, cancellation)) return new SignInPage.Human(new HumanErrand(input.Next, null, input.Carried, input.Name));
            var attempt = await tries.BeginAsync(name, cancellation);
            if (attempt.Wait is { } wait) return form with { Wrong = Tries.Say(wait), HasToWait = true };
            switch (await checks.SignInAsync(name, password, cancellation))
            {
                case SignInOutcome.Opened opened:
                    await tries.SucceededAsync(attempt);
                    var next = await parcels.TakeInAsync(input.Carried, opened.Keyring, cancellation) ? CarriedUrl.Offer(input.Next) : input.Next ?? LocalUrl.Home;
                    if (await door.EnterAsync(opened.User, opened.Keyring, input.Wishes, cancellation) == Entered.FactorAsked) return new SignInPage.Done(FactorUrl.Ask(next), null);
                    await log.NoteAsync(opened.User.Id, SecurityEventKind.SignedIn);
                    return new SignInPage.Done(next, null);
                case SignInOutcome.Begun begun:
                    await tries.SucceededAsync(attempt);
                    return await BeginAsync(begun, password, input.Wishes);
                case SignInOutcome.Locked locked:
                    await tries.SucceededAsync(attempt);
                    await door.WaitAsync(locked.User, null, input.Wishes, cancellation);
                    await log.NoteAsync(locked.User.Id, SecurityEventKind.SignedIn);
                    return new SignInPage.Done(LocalUrl.Of("/unlock"), null);
                case SignInOutcome.NotAdmitted:
                    return form with { Wrong = Said.Of("signin.not-admitted") };
                case SignInOutcome.Unavailable:
                    return form with { Wrong = Said.Of("signin.unavailable", "host", checks.Host(name) ?? checks.OutsideHost ?? ""), IsUnavailable = true };
                default:
                    log.NoteWrong(name);
                    return form.Wrongly();
            }
        }
    }

    /// <summary>They are stored already: from here on it is carried to its end.</summary>
    private async Task<SignInPage> BeginAsync(SignInOutcome.Begun begun, Secret password, Wishes wishes)
    {
        var entered = await door.EnterAsync(begun.Person.User, begun.Person.Keyring, wishes, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.Registered);
        if (await mail.AddAsync(begun.Outside, password, CancellationToken.None) is { } address) await log.NoteAsync(SecurityEventKind.AccountAdded, address);
        return new SignInPage.Key(RecoveryKeyPage.Of(begun.Person.Recovery) with { Then = entered == Entered.FactorAsked ? FactorUrl.Ask(LocalUrl.Home) : null });
    }
}
