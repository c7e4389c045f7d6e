using Pannier.Core.Accounts;

namespace Pannier.Modules.Accounts;

/// <summary>What was found for an address.</summary>
/// <param name="Imap">Null when nothing was found.</param>
/// <param name="Smtp">Null when nothing was found.</param>
public sealed record FoundServers(Login? Imap, Login? Smtp, FoundBy By, SignInWay Way)
{
    public static FoundServers Nothing { get; } = new(null, null, FoundBy.Nothing, SignInWay.Password);
}
