using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Outside;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Sessions;

/// <summary>Asks whoever is signed in for their password, or the passphrase of their data, again: a throttled try, noted in their log when wrong.</summary>
public sealed class PasswordAgain(ISignInDoor checks, Tries tries, Visit visit, MyLog log)
{
    /// <summary>Whether there is nothing to ask for: the site opens their data, once they have proved anew who they are (step-up).</summary>
    public Task<bool> AsksNothingAsync(CancellationToken cancellation) => checks.OpensForAsync(visit.Required.Person.User, cancellation);

    /// <summary>Checks what was given; nothing given is wrong, and no try, except where the site opens the data.</summary>
    public async Task<PasswordCheck> CheckAsync(Secret? current, CancellationToken cancellation)
    {
        var name = visit.Required.Person.User.Name;
        if (current is null) return await OpenForAsync(visit.Required.Person.User, cancellation);

        var attempt = await tries.BeginAsync(name, cancellation);
        if (attempt.Wait is { } wait) return new PasswordCheck(null, Tries.Say(wait));
        switch (await checks.AgainAsync(visit.Required.Person.User, current, cancellation))
        {
            case SignInOutcome.Opened opened:
                await tries.SucceededAsync(attempt);
                return new PasswordCheck(opened, null);
            case SignInOutcome.Locked: // right where it is kept, and not what the data was sealed with
                await tries.SucceededAsync(attempt);
                return new PasswordCheck(null, null) { Why = Said.Of("again.changed") };
            case SignInOutcome.Unavailable:
                return new PasswordCheck(null, null) { Why = Said.Of("again.unavailable") };
            default:
                log.NoteWrong(name);
                return new PasswordCheck(null, null);
        }
    }

    private async Task<PasswordCheck> OpenForAsync(UserAccount user, CancellationToken cancellation)
    {
        if (visit.Level < SignInLevel.Recent) return new PasswordCheck(null, null) { AsksProof = await checks.OpensForAsync(user, cancellation) };
        return new PasswordCheck(await checks.OpenForAsync(user, cancellation) is { } keyring ? new SignInOutcome.Opened(user, keyring) : null, null);
    }
}
