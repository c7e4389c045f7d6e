using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;
using Pannier.Core.Users;
using Pannier.Modules.SignIn;

namespace Pannier.Modules.Settings;

/// <summary>Makes a new recovery key for whoever gives the password, and shows it once; the old one opens nothing any more.</summary>
internal sealed class MakeRecoveryKey(PasswordForms forms, Passwords passwords, RootAgain again, Visit visit, MyLog log) : IHandler<RecoveryInput, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(RecoveryInput input, CancellationToken cancellation)
    {
        var user = visit.Required.Person.User;
        using var current = input.Current;
        using var key = input.Key;
        var check = await again.OpenAsync(current, input.Opener, cancellation);
        if (check.AsksProof) return new PasswordPage.Done(ConfirmUrl.Then(PasswordForms.Url), null);
        if (check.Opened is not { Keyring: var keyring }) return await forms.NewAsync(cancellation) with { KeyWrong = check.Say("settings.password.wrong"), HasToWait = check.Wait is not null };

        using (keyring)
        {
            var made = await passwords.NewRecoveryKeyAsync(user, keyring, cancellation);
            await log.NoteAsync(SecurityEventKind.RecoveryKeyMade);
            return new PasswordPage.Key(RecoveryKeyPage.Of(made) with { IsForSite = (await forms.NewAsync(CancellationToken.None)).IsOpenedBySite });
        }
    }
}
