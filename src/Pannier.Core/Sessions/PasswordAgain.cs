using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Throttling;
using Pannier.Core.Users;
using Pannier.Mail;

namespace Pannier.Core.Sessions;

/// <summary>Asks whoever is signed in for their password again: a throttled try, noted in their log when wrong.</summary>
public sealed class PasswordAgain(People people, Tries tries, Visit visit, MyLog log)
{
    /// <summary>Checks what was given; nothing given is wrong, and no try.</summary>
    public async Task<PasswordCheck> CheckAsync(Secret? current, CancellationToken cancellation)
    {
        var name = visit.Required.Person.User.Name;
        if (current is null) return new PasswordCheck(null, null);

        var attempt = await tries.BeginAsync(name, cancellation);
        if (attempt.Wait is { } wait) return new PasswordCheck(null, Tries.Say(wait));
        if (await people.SignInAsync(name, current, cancellation) is not SignInOutcome.Opened opened)
        {
            log.NoteWrong(name);
            return new PasswordCheck(null, null);
        }

        await tries.SucceededAsync(attempt);
        return new PasswordCheck(opened, null);
    }
}
