using Pannier.Mail;

namespace Pannier.Modules.Accounts;

/// <summary>Leaves the servers to the person.</summary>
internal sealed class FindServers : IFindServers
{
    public Task<FoundServers> FindAsync(AddrSpec address, CancellationToken cancellation) => Task.FromResult(FoundServers.Nothing);
}
