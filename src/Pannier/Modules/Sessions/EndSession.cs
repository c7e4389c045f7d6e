using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;

namespace Pannier.Modules.Sessions;

/// <summary>Ends one of the person's sessions; the one that asks may be it.</summary>
internal sealed class EndSession(LiveSessions sessions, MyLog log, Visit visit) : IHandler<EndInput, SessionsDone>
{
    public async Task<Outcome<SessionsDone>> HandleAsync(EndInput input, CancellationToken cancellation)
    {
        var user = visit.Required.User;
        if (!await sessions.EndOneAsync(user, input.Session.Value, cancellation)) return Refusal.NotFound("sessions.gone");

        await log.NoteAsync(user, SecurityEventKind.SessionEnded);
        return new SessionsDone(SessionsUrl.All, Said.Of("sessions.ended"));
    }
}
