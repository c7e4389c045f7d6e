using Microsoft.Extensions.Hosting;
using Pannier.Core.Users;

namespace Pannier.Core.Accounts.Keeping;

/// <summary>Before the first request: kept mirrors of people who are no more are removed.</summary>
internal sealed class SweepShelves(MirrorShelves shelves, People people) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken) =>
        shelves.KeepOnly((await people.AllAsync(cancellationToken)).Select(person => person.Id).ToHashSet());

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
