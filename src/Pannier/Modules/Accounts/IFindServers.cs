using Pannier.Mail;

namespace Pannier.Modules.Accounts;

/// <summary>Looks for the servers of an address; sends no password.</summary>
public interface IFindServers
{
    /// <summary>Never fails: where nothing is found the person types the servers.</summary>
    Task<FoundServers> FindAsync(AddrSpec address, CancellationToken cancellation);
}
