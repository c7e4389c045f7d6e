using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Away;
using Pannier.Core.Devices;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Sessions;

namespace Pannier.Modules.Sessions;

/// <summary>Lists the person's sessions, devices and the last ten events.</summary>
internal sealed class ShowSessions(LiveSessions sessions, MyDevices devices, MyAway away, MyLog log, Visit visit) : IHandler<Nothing, SessionsPage>
{
    private const int Latest = 10;

    public async Task<Outcome<SessionsPage>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        var all = await sessions.ListAsync(visit.Required, cancellation);
        var events = await log.ReadAsync(null, Latest, cancellation);
        var allowed = await away.ListAsync(cancellation);
        var own = await devices.ListAsync(visit.Required.Keyring, cancellation);
        return new SessionsPage(
            [.. all.Select(one => new SessionLine(one.Id, Lines.Device(one.From), one.From.Network, one.CreatedAt, one.UsedAt, one.IsThis))],
            [.. own.Select(one => new DeviceLine(one.Id, Lines.Device(one.From), one.From.Network, one.CreatedAt, one.UsedAt, one.IsThis))],
            [.. allowed.Select(one => new GrantLine(one.Id, Said.Of("away." + Choice.Name(one.Kind)), one.CreatedAt, one.ExpiresAt, one.IsThis))],
            away.IsOffered && !allowed.Any(one => one.IsThis),
            [.. events.Select(Lines.Of)]);
    }
}
