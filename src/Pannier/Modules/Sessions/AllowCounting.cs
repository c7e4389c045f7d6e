using Pannier.Core;
using Pannier.Core.Away;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Sessions;

/// <summary>Allows this browser to show how much unread mail waits while its session is locked.</summary>
internal sealed class AllowCounting(MyAway away) : IHandler<Nothing, SessionsDone>
{
    public async Task<Outcome<SessionsDone>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        new SessionsDone(SessionsUrl.All, Said.Of(await away.AllowAsync(cancellation) ? "away.allowed" : "away.none"));
}
