using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Factors;
using Pannier.Core.Http;
using Pannier.Core.Sessions;

namespace Pannier.Modules.SignIn.Factor;

/// <summary>Who may set a first factor up with nothing but the password: somebody who has none. All others give theirs.</summary>
internal sealed class FirstFactor(SecondFactors factors, LiveSessions sessions, Door door, Visit visit, MyLog log)
{
    /// <summary>Where to send somebody who must not be here; null for whoever may.</summary>
    public async Task<FirstPage.Done?> ElsewhereAsync(LocalUrl? next, CancellationToken cancellation)
    {
        if (!visit.Required.AwaitsFactor) return new FirstPage.Done(next ?? LocalUrl.Home, null);
        return await factors.IsSetUpAsync(visit.Required.Keyring, cancellation) ? new FirstPage.Done(FactorUrl.Ask(next ?? LocalUrl.Home), null) : null;
    }

    /// <summary>Ends the sessions that began without a factor, and opens the door for good.</summary>
    public async Task<FirstPage> PassAsync(IReadOnlyList<string> codes, LocalUrl? next, SecurityEventKind setUp, string about)
    {
        var (user, keyring) = (visit.Required.Person.User, visit.Required.Keyring);
        await log.NoteAsync(setUp, about);
        await sessions.EndOthersAsync(user.Id, visit.Session, CancellationToken.None);
        await door.PassAsync(user, keyring, CancellationToken.None);
        await log.NoteAsync(SecurityEventKind.SignedIn);
        return new FirstPage.Codes(codes, next ?? LocalUrl.Home);
    }
}
