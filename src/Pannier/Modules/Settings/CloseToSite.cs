using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;
using Pannier.Core.Users;

namespace Pannier.Modules.Settings;

/// <summary>Gives data that the site opens a passphrase: nobody but its person opens it from then on. All other sessions end.</summary>
internal sealed class CloseToSite(ISignInDoor checks, OutsidePeople arrivals, LiveSessions sessions, Visit visit, MyLog log) : IHandler<NewPassphraseInput, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(NewPassphraseInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        using var passphrase = input.Password;
        using var again = input.Again;
        if (!PasswordRules.AreGood(passphrase, again, user.Name, out var wrong)) return new PasswordPage.Choose(user.Name.Shown, wrong.Said);
        if (await checks.OpenForAsync(user, cancellation) is not { } keyring) return new PasswordPage.Done(PasswordForms.Url, null);

        using (keyring) await arrivals.CloseAsync(user, keyring, passphrase, visit.Session, cancellation);
        await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.DataClosed);
        return new PasswordPage.Done(PasswordForms.Url, Said.Of("settings.passphrase.done"));
    }
}
