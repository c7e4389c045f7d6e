namespace Pannier.Mail.Discovery;

/// <summary>Recognises a provider by the address's domain, else by who takes the domain's mail in (MX).</summary>
internal static class ProviderSource
{
    private static readonly Port ImapTls = Port.Of(993)!; // a port
    private static readonly Port SmtpTls = Port.Of(465)!; // a port

    /// <summary>Null when no provider is recognised.</summary>
    public static async Task<Finding?> FindAsync(IMailDns dns, string domain, CancellationToken cancellation)
    {
        if (ProviderTable.All.FirstOrDefault(one => one.Domains.Contains(domain)) is { } own) return Of(own, null);
        foreach (var exchanger in await dns.MailExchangersAsync(domain, cancellation))
            if (HostName.Read(exchanger) is { } host && ProviderTable.All.FirstOrDefault(one => one.Exchangers.Any(host.IsWithin)) is { } hosted)
                return Of(hosted, host);

        return null;
    }

    /// <summary>What the provider behind a server takes from programs; null when the server is none of the table's.</summary>
    public static ProviderSignIn? SignIn(ServerAddress? server) => server is null
        ? null
        : ProviderTable.All.FirstOrDefault(one => one.Imap?.Host == server.Host || one.Smtp?.Host == server.Host)?.SignIn;

    private static Finding Of(MailProvider provider, HostName? exchanger) => new(
        FoundSource.Provider,
        provider.Imap ?? (exchanger is null ? null : new(exchanger, ImapTls, ConnectionSecurity.Tls)),
        provider.Smtp ?? (exchanger is null ? null : new(exchanger, SmtpTls, ConnectionSecurity.Tls)),
        null);
}
