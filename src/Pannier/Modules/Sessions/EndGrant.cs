using Pannier.Core;
using Pannier.Core.Away;
using Pannier.Core.Modules;

namespace Pannier.Modules.Sessions;

/// <summary>Ends something that goes on while the person is away.</summary>
internal sealed class EndGrant(MyAway away) : IHandler<EndGrantInput, SessionsDone>
{
    public async Task<Outcome<SessionsDone>> HandleAsync(EndGrantInput input, CancellationToken cancellation) =>
        await away.EndAsync(input.Grant.Value, cancellation) ? new SessionsDone(SessionsUrl.All, Said.Of("away.ended")) : Refusal.NotFound("away.gone");
}
