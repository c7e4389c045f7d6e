using System.Text;
using Pannier.Mail.Net;

namespace Pannier.Mail.Smtp;

/// <summary>
/// STARTTLS (RFC 3207) before MailKit sees the line: the certificate is judged by <see cref="Egress"/>'s rules alone, and
/// nothing said in the clear is kept.
/// </summary>
internal static class SmtpStartTls
{
    private static readonly byte[] Greeting = "220 \r\n"u8.ToArray();

    /// <returns>The encrypted stream, behind a greeting of ours.</returns>
    /// <exception cref="MailFault"><see cref="MailFaultKind.TlsUnavailable"/> when it is not offered, before any secret was sent; else as <see cref="SmtpReplies"/>.</exception>
    /// <exception cref="SmtpRefusal">It takes no connection now; without its words, which anybody on the way may have put there.</exception>
    public static async Task<Stream> BeginAsync(Line line, string helloName, CancellationToken cancellation)
    {
        var greeting = await SmtpReplies.ReadAsync(line.Stream, cancellation);
        if (greeting.Code != 220) throw SmtpFaults.Submission(greeting with { Text = "" });

        await SayAsync(line.Stream, $"EHLO {helloName}", cancellation);
        var offers = await SmtpReplies.ReadLinesAsync(line.Stream, cancellation);
        if (!offers.Any(offer => offer.Length > 4 && offer[4..].Trim().Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)))
            throw new MailFault(MailFaultKind.TlsUnavailable);

        await SayAsync(line.Stream, "STARTTLS", cancellation);
        if ((await SmtpReplies.ReadAsync(line.Stream, cancellation)).Code != 220) throw new MailFault(MailFaultKind.TlsUnavailable);
        await line.StartTlsAsync(cancellation);
        return new GreetedStream(Greeting, line.Stream);
    }

    private static async Task SayAsync(Stream stream, string command, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellation);
        }
        catch (IOException e)
        {
            throw SmtpFaults.Broken(e);
        }
    }
}
