using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Discovery;

namespace Pannier.Modules.Accounts;

/// <summary>Finds servers by the site's presets, the domain's own word, the provider table, and by trying usual names.</summary>
internal sealed class FindServers(SettingsFinder finder) : IFindServers
{
    public async Task<FoundServers> FindAsync(AddrSpec address, CancellationToken cancellation) =>
        await finder.FindAsync(address, cancellation) is { } found
            ? new FoundServers(Login(found.Imap, found.UserName), Login(found.Smtp, found.UserName), By(found.Source), Way(found.Notes))
            : FoundServers.Nothing;

    private static Login? Login(ServerAddress? server, string userName) =>
        server is null ? null : new Login(server.Host.Value, server.Port.Number, server.Security, userName);

    private static FoundBy By(FoundSource source) => source switch
    {
        FoundSource.Preset => FoundBy.Preset,
        FoundSource.Dns => FoundBy.Dns,
        FoundSource.Autoconfig => FoundBy.Autoconfig,
        FoundSource.Provider => FoundBy.Provider,
        _ => FoundBy.Guess,
    };

    private static SignInWay Way(IReadOnlyList<FoundNote> notes) =>
        notes.Contains(FoundNote.OAuthOnly) ? SignInWay.OAuthOnly
        : notes.Contains(FoundNote.AppPassword) ? SignInWay.AppPassword
        : SignInWay.Password;
}
