using Pannier.Mail.Net;

namespace Pannier.Mail.Discovery;

/// <summary>
/// Tries the names and ports mail servers usually have, all at once. A failure takes as long and says as much whatever its
/// reason, so that nobody maps a network with it.
/// </summary>
internal sealed class GuessSource(Egress egress, string helloName)
{
    /// <summary>Null when nothing was found.</summary>
    public async Task<Finding?> FindAsync(string domain, CancellationToken cancellation)
    {
        try
        {
            return await egress.ProbeAsync(token => TryAsync(domain, token), cancellation);
        }
        catch (MailFault)
        {
            return null;
        }
    }

    private async Task<Finding> TryAsync(string domain, CancellationToken cancellation)
    {
        var imap = FirstAsync(Candidates(domain, "imap", 993, 143), (server, token) => Greeter.MeetImapAsync(egress, server, token), cancellation);
        var smtp = FirstAsync(Candidates(domain, "smtp", 465, 587), (server, token) => Greeter.MeetSmtpAsync(egress, server, helloName, token), cancellation);
        var found = new Finding(FoundSource.Guess, await imap, await smtp, null);
        return found is { Imap: null, Smtp: null } ? throw new MailFault(MailFaultKind.Unreachable) : found;
    }

    /// <summary>TLS on every name before STARTTLS on any.</summary>
    private static IEnumerable<ServerAddress> Candidates(string domain, string usual, int tls, int startTls) =>
        from security in (ConnectionSecurity[])[ConnectionSecurity.Tls, ConnectionSecurity.StartTls]
        from name in (string[])[$"{usual}.{domain}", $"mail.{domain}", domain]
        let host = HostName.Read(name)
        where host is not null
        select new ServerAddress(host, Port.Of(security == ConnectionSecurity.Tls ? tls : startTls)!, security); // both are ports

    /// <summary>All begin at once; the best that answers is taken as soon as none before it can.</summary>
    private static async Task<ServerAddress?> FirstAsync(
        IEnumerable<ServerAddress> candidates, Func<ServerAddress, CancellationToken, Task<ServerAddress>> meet, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var attempts = candidates.Select(server => TryAsync(server, enough.Token)).ToList();
        ServerAddress? found = null;
        foreach (var attempt in attempts)
        {
            found = await attempt;
            if (found is not null) break;
        }

        await enough.CancelAsync();
        await Task.WhenAll(attempts);
        return found;

        async Task<ServerAddress?> TryAsync(ServerAddress server, CancellationToken token)
        {
            try
            {
                return await meet(server, token);
            }
            catch (Exception e) when (e is MailFault or OperationCanceledException)
            {
                return null; // not here, or no longer needed
            }
        }
    }
}
