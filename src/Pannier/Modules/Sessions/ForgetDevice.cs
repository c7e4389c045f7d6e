using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Devices;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Sessions;

/// <summary>Takes a browser out of those that the person has called their own; whoever is signed in there stays so.</summary>
internal sealed class ForgetDevice(MyDevices devices, MyLog log, Visit visit) : IHandler<EndInput, SessionsDone>
{
    public async Task<Outcome<SessionsDone>> HandleAsync(EndInput input, CancellationToken cancellation)
    {
        var user = visit.Required.User;
        if (!await devices.ForgetAsync(user, input.Session.Value, cancellation)) return Refusal.NotFound("sessions.device.gone");

        await log.NoteAsync(user, SecurityEventKind.DeviceForgotten);
        return new SessionsDone(SessionsUrl.All, Said.Of("sessions.device.forgotten"));
    }
}
