using System.Text;
using Pannier.Mail.Imap;
using Pannier.Mail.Net;
using Pannier.Mail.Smtp;

namespace Pannier.Mail.Discovery;

/// <summary>Asks a host whether it is a mail server that can be spoken to over verified TLS. Says nothing but what TLS needs.</summary>
internal static class Greeter
{
    /// <exception cref="MailFault">It is not.</exception>
    public static async Task<ServerAddress> MeetImapAsync(Egress egress, ServerAddress server, CancellationToken cancellation)
    {
        await using var line = await egress.OpenAsync(server, cancellation);
        if (server.Security == ConnectionSecurity.StartTls) await ImapStartTls.BeginAsync(line, cancellation);
        else if (!(await ReadAsync(line.Stream, cancellation)).StartsWith("* OK", StringComparison.OrdinalIgnoreCase)) throw new MailFault(MailFaultKind.Protocol);
        return server;
    }

    /// <exception cref="MailFault">It is not.</exception>
    public static async Task<ServerAddress> MeetSmtpAsync(Egress egress, ServerAddress server, string helloName, CancellationToken cancellation)
    {
        await using var line = await egress.OpenAsync(server, cancellation);
        try
        {
            if (server.Security == ConnectionSecurity.StartTls) await SmtpStartTls.BeginAsync(line, helloName, cancellation);
            else if ((await SmtpReplies.ReadAsync(line.Stream, cancellation)).Code != 220) throw new MailFault(MailFaultKind.Protocol);
            return server;
        }
        catch (SmtpRefusal refusal)
        {
            throw refusal.Fault;
        }
    }

    private static async Task<string> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var start = new byte[4];
        try
        {
            var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
            return Encoding.ASCII.GetString(start, 0, read);
        }
        catch (IOException e)
        {
            throw new MailFault(MailFaultKind.Dropped, inner: e);
        }
    }
}
