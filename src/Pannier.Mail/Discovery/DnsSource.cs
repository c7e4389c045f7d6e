namespace Pannier.Mail.Discovery;

/// <summary>What the domain says in DNS (RFC 6186; RFC 8314 §5.1 for <c>_submissions</c>). TLS from the first octet is taken before STARTTLS.</summary>
internal static class DnsSource
{
    public static async Task<Finding> FindAsync(IMailDns dns, string domain, CancellationToken cancellation)
    {
        var asked = await Task.WhenAll(
            ServerAsync("_imaps._tcp", ConnectionSecurity.Tls),
            ServerAsync("_imap._tcp", ConnectionSecurity.StartTls),
            ServerAsync("_submissions._tcp", ConnectionSecurity.Tls),
            ServerAsync("_submission._tcp", ConnectionSecurity.StartTls));
        return new(FoundSource.Dns, asked[0] ?? asked[1], asked[2] ?? asked[3], null);

        async Task<ServerAddress?> ServerAsync(string service, ConnectionSecurity security) =>
            Best(await dns.ServicesAsync($"{service}.{domain}", cancellation), security);
    }

    // Weights spread load over connections; settings are kept for years, so the heaviest of the first priority is as good.
    private static ServerAddress? Best(IReadOnlyList<ServiceRecord> records, ConnectionSecurity security)
    {
        foreach (var record in records.OrderBy(record => record.Priority).ThenByDescending(record => record.Weight).ThenBy(record => record.Target, StringComparer.Ordinal))
            if (record.Target.Trim('.').Length > 0 && HostName.Read(record.Target) is { IsAddress: false } host && Port.Of(record.Port) is { } port)
                return new(host, port, security);

        return null;
    }
}
