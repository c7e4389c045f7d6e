using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Away;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;

namespace Pannier.Modules.SignIn;

/// <summary>Ends the session here and now.</summary>
internal sealed class SignOut(Door door, MyAway away, Visit visit, MyLog log) : IHandler<Nothing, SignedOut>
{
    public async Task<Outcome<SignedOut>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        if (visit.Session is not null) await log.NoteAsync(SecurityEventKind.SignedOut);
        await away.LeaveAsync(cancellation);
        await door.LeaveAsync(cancellation);
        return new SignedOut(LocalUrl.Of("/sign-in"), Said.Of("signin.out"));
    }
}
