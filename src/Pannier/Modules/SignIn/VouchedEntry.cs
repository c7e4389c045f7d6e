using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Http.Carrying;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

/// <summary>Lets somebody in as far as being vouched for goes: to the passphrase that opens their data, or that they choose now.</summary>
internal sealed class VouchedEntry(Vouching vouching, SignInForms forms, Door door, Visit visit)
{
    /// <param name="vouch">Somebody has said so in this very request.</param>
    /// <param name="next">Where they wanted to go.</param>
    /// <param name="carried">What they sent when they had been signed out.</param>
    /// <param name="cancellation">Before the session begins.</param>
    public async Task<SignInPage> EnterAsync(Vouch vouch, LocalUrl? next, Parcel? carried, CancellationToken cancellation)
    {
        var form = forms.New("", next, carried);
        switch (await vouching.FindAsync(vouch, cancellation))
        {
            case Vouched.Known { User: var user }:
                if (visit.Session?.User == user.Id && visit.Level >= SignInLevel.Full) return new SignInPage.Done(next ?? LocalUrl.Home, null);
                await door.WaitAsync(user, vouch.Session, cancellation);
                return carried is null
                    ? new SignInPage.Done(UnlockUrl.Then(next), null)
                    : new SignInPage.Locked(new UnlockPage.Passphrase(user.Name.Shown, form.CheckedBy ?? "", next) { Carried = carried });
            case Vouched.Newcomer newcomer:
                return new SignInPage.Newcomer(newcomer.Name.Shown, form.CheckedBy ?? "", newcomer.Ticket, null);
            default:
                return form with { Wrong = Said.Of("signin.vouched.not-admitted", "host", form.CheckedBy ?? "") };
        }
    }
}
