using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;

namespace Pannier.Modules.Settings;

/// <summary>Opens the root key once more, for an act that needs it: by the password, by a passkey that gives a key, or, where the site opens the data, by the site.</summary>
internal sealed class RootAgain(PasswordAgain again, PasskeyDoor passkeys, Tries tries, Visit visit, MyLog log)
{
    public async Task<PasswordCheck> OpenAsync(RecoveryInput input, CancellationToken cancellation)
    {
        using var current = input.Current;
        using var key = input.Key;
        if (input is not { Ticket: { } ticket, Credential: { } answer } || key is null) return await again.CheckAsync(current, cancellation);

        var attempt = await tries.BeginAsync(answer, cancellation);
        if (attempt.Wait is { } wait) return new PasswordCheck(null, Tries.Say(wait));
        switch (await passkeys.EnterAsync(ticket, answer, key, cancellation))
        {
            case PasskeyEntry.Opened opened when opened.User.Id == visit.Required.User:
                await tries.SucceededAsync(attempt);
                return new PasswordCheck(new SignInOutcome.Opened(opened.User, opened.Keyring), null);
            case PasskeyEntry.Opened another:
                another.Keyring.Dispose();
                return Wrong("settings.passkey.wrong");
            case PasskeyEntry.WentBack copied:
                await log.NoteAsync(copied.User, SecurityEventKind.PasskeyWentBack);
                return Wrong("passkeys.went-back");
            default:
                return Wrong("settings.passkey.wrong");
        }
    }

    private static PasswordCheck Wrong(string why) => new(null, null) { Why = Said.Of(why) };
}
