using Microsoft.Extensions.Hosting;
using Pannier.Core.Storage;

namespace Pannier.Core.Sessions.Stores;

/// <summary>Before the first request: the store of sessions answers.</summary>
internal sealed class ReadySessions(ISessionStore sessions) : IHostedService
{
    /// <exception cref="StorageFault">It does not.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => sessions.ReadyAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
