using Pannier.Core;
using Pannier.Core.Http;
using Pannier.Core.Modules;

namespace Pannier.Modules.Sessions;

/// <summary>Does nothing, which counts as use: the session's idle time begins anew.</summary>
internal sealed class Stay : IHandler<Nothing, SessionsDone>
{
    public Task<Outcome<SessionsDone>> HandleAsync(Nothing input, CancellationToken cancellation) =>
        Task.FromResult<Outcome<SessionsDone>>(new SessionsDone(SessionsUrl.All, null));
}
