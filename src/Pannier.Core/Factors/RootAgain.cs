using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Factors;

/// <summary>Opens the root key once more, for an act that needs it: by the password, by a passkey that gives a key, or, where the site opens the data, by the site.</summary>
public sealed class RootAgain(PasswordAgain again, PasskeyDoor passkeys, Tries tries, Visit visit, MyLog log)
{
    /// <param name="current">The present password, or the passphrase; null when it was not given.</param>
    /// <param name="opener">Given in its place, and then looked at alone; null for none.</param>
    /// <param name="cancellation">Before the use is noted.</param>
    public async Task<PasswordCheck> OpenAsync(Secret? current, PasskeyOpener? opener, CancellationToken cancellation)
    {
        if (opener is null) return await again.CheckAsync(current, cancellation);

        var attempt = await tries.BeginAsync(opener.Credential, cancellation);
        if (attempt.Wait is { } wait) return new PasswordCheck(null, Tries.Say(wait));
        switch (await passkeys.EnterAsync(opener.Ticket, opener.Credential, opener.Key, cancellation))
        {
            case PasskeyEntry.Opened opened when opened.User.Id == visit.Required.User:
                await tries.SucceededAsync(attempt);
                return new PasswordCheck(new SignInOutcome.Opened(opened.User, opened.Keyring), null);
            case PasskeyEntry.Opened another:
                another.Keyring.Dispose();
                return Wrong("again.passkey.wrong");
            case PasskeyEntry.WentBack copied:
                await log.NoteAsync(copied.User, SecurityEventKind.PasskeyWentBack);
                return Wrong("passkeys.went-back");
            default:
                return Wrong("again.passkey.wrong");
        }
    }

    private static PasswordCheck Wrong(string why) => new(null, null) { Why = Said.Of(why) };
}
