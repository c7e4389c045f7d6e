using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Outside;
using Pannier.Core.Sessions;

namespace Pannier.Modules.Settings;

/// <summary>Lets the site open the data of whoever gives the passphrase, where the site does so at all; the passphrase opens it as before.</summary>
internal sealed class LetSiteOpen(PasswordForms forms, OutsidePeople arrivals, RootAgain again, MyLog log) : IHandler<RecoveryInput, PasswordPage>
{
    public async Task<Outcome<PasswordPage>> HandleAsync(RecoveryInput input, CancellationToken cancellation)
    {
        var form = await forms.NewAsync(cancellation);
        if (!form.MayLetOpen) return new PasswordPage.Done(PasswordForms.Url, null);
        using var current = input.Current;
        using var key = input.Key;
        var check = await again.OpenAsync(current, input.Opener, cancellation);
        if (check.Opened is not { } opened) return form with { OpenWrong = check.Say("settings.password.wrong"), HasToWait = check.Wait is not null };

        using (opened.Keyring) await arrivals.LetOpenAsync(opened.User, opened.Keyring, cancellation);
        await log.NoteAsync(SecurityEventKind.DataOpened);
        return new PasswordPage.Done(PasswordForms.Url, Said.Of("settings.opener.done", "host", form.Host));
    }
}
