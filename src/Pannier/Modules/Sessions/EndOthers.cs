using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;

namespace Pannier.Modules.Sessions;

/// <summary>Ends all of the person's sessions but the one that asks.</summary>
internal sealed class EndOthers(LiveSessions sessions, MyLog log, Visit visit) : IHandler<Nothing, SessionsDone>
{
    public async Task<Outcome<SessionsDone>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        await sessions.EndOthersAsync(visit.Required.User, visit.Required, cancellation);
        await log.NoteAsync(SecurityEventKind.OtherSessionsEnded);
        return new SessionsDone(SessionsUrl.All, Said.Of("sessions.others-ended"));
    }
}
