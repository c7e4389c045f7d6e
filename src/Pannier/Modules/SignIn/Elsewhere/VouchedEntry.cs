using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Modules.SignIn.Confirm;
using Pannier.Modules.SignIn.Enter;
using Pannier.Modules.SignIn.Unlock;

namespace Pannier.Modules.SignIn.Elsewhere;

/// <summary>Lets somebody in as far as being vouched for goes: to the passphrase that opens their data, or that they choose now; all the way where the site opens it.</summary>
internal sealed class VouchedEntry(Vouching vouching, ISignInDoor checks, SignInForms forms, UnlockForms locked, Parcels parcels, StepUp stepUp, Door door, Visit visit, MyLog log)
{
    /// <param name="vouch">Somebody has said so in this very request.</param>
    /// <param name="next">Where they wanted to go.</param>
    /// <param name="carried">What they sent when they had been signed out.</param>
    /// <param name="wishes">What they wish for this browser.</param>
    /// <param name="cancellation">Before the session begins.</param>
    public async Task<SignInPage> EnterAsync(Vouch vouch, LocalUrl? next, Parcel? carried, Wishes wishes, CancellationToken cancellation)
    {
        switch (await vouching.FindAsync(vouch, cancellation))
        {
            case Vouched.Known { User: var user }:
                if (visit.Session?.User == user.Id && visit.Level >= SignInLevel.Full) return await StayAsync(user, vouch, next, cancellation);
                if (await checks.OpenForAsync(user, cancellation) is { } keyring) return new SignInPage.Done(await OpenAsync(user, keyring, vouch, wishes, next, carried), null);
                await door.WaitAsync(user, vouch.Session, wishes, cancellation);
                return carried is null ? new SignInPage.Done(UnlockUrl.Then(next), null) : new SignInPage.Locked(await locked.NewAsync(user, next, carried, cancellation));
            case Vouched.Newcomer when vouching.Opens:
                return await vouching.BeginAsync(vouch, null, cancellation) is { } begun ? await BeginAsync(begun, vouch, wishes) : NotAdmitted(next, carried);
            case Vouched.Newcomer newcomer:
                return new SignInPage.Newcomer(newcomer.Name.Shown, checks.OutsideHost ?? "", newcomer.Ticket, null) { Wishes = wishes };
            default:
                return NotAdmitted(next, carried);
        }
    }

    /// <summary>Lets a newcomer in and shows their recovery key. They are stored already: it is carried to its end.</summary>
    public async Task<SignInPage> BeginAsync(Registered begun, Vouch vouch, Wishes wishes)
    {
        var entered = await door.EnterAsync(begun.User, begun.Keyring, vouch.Session, wishes, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.Registered);
        return new SignInPage.Key(RecoveryKeyPage.Of(begun.Recovery) with { IsForSite = vouching.Opens, Then = entered == Entered.FactorAsked ? FactorUrl.Ask(LocalUrl.Home) : null });
    }

    /// <summary>Who is here already stays. Whoever has come once more from where they are vouched for, and has no secret to give, has proved that it is them (step-up).</summary>
    private async Task<SignInPage> StayAsync(UserAccount user, Vouch vouch, LocalUrl? next, CancellationToken cancellation)
    {
        if (!vouch.IsAnew || !await checks.OpensForAsync(user, cancellation)) return new SignInPage.Done(next ?? LocalUrl.Home, null);

        await stepUp.DoneAsync(visit.Required.Keyring);
        return new SignInPage.Done(LocalUrl.Of("/settings"), Said.Of("confirm.portal.done"));
    }

    private async Task<LocalUrl> OpenAsync(UserAccount user, Keyring keyring, Vouch vouch, Wishes wishes, LocalUrl? next, Parcel? carried)
    {
        var on = await parcels.TakeInAsync(carried ?? parcels.TakeHeld(user.Id), keyring, CancellationToken.None) ? CarriedUrl.Offer(next) : next ?? LocalUrl.Home;
        if (await door.EnterAsync(user, keyring, vouch.Session, wishes, CancellationToken.None) == Entered.FactorAsked) return FactorUrl.Ask(on);
        await log.NoteAsync(user.Id, SecurityEventKind.SignedIn);
        return on;
    }

    private SignInPage.Form NotAdmitted(LocalUrl? next, Parcel? carried)
    {
        var form = forms.New("", next, carried);
        return form with { Wrong = Said.Of("signin.vouched.not-admitted", "host", form.CheckedBy ?? "") };
    }
}
