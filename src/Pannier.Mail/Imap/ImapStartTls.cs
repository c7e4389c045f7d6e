using System.Text;
using Pannier.Mail.Net;

namespace Pannier.Mail.Imap;

/// <summary>
/// STARTTLS (RFC 9051 §6.2.1) before MailKit sees the line: MailKit's own would fetch what a stranger's certificate names,
/// and nothing said in the clear is kept.
/// </summary>
internal static class ImapStartTls
{
    private const int MostLine = 8192;
    private const int MostLines = 32;
    private static readonly byte[] Greeting = "* OK\r\n"u8.ToArray();

    /// <returns>The encrypted stream, behind a greeting of ours.</returns>
    /// <exception cref="MailFault"><see cref="MailFaultKind.TlsUnavailable"/> when it is not offered, before any secret was sent.</exception>
    public static async Task<Stream> BeginAsync(Line line, CancellationToken cancellation)
    {
        var greeting = await ReadLineAsync(line.Stream, cancellation);
        if (Words(greeting) is not ["*", "OK", ..]) throw new MailFault(Words(greeting) is ["*", "PREAUTH", ..] ? MailFaultKind.TlsUnavailable : MailFaultKind.Protocol);

        await line.Stream.WriteAsync("P0 STARTTLS\r\n"u8.ToArray(), cancellation);
        for (var read = 0; read < MostLines; read++)
        {
            switch (Words(await ReadLineAsync(line.Stream, cancellation)))
            {
                case ["P0", "OK", ..]:
                    await line.StartTlsAsync(cancellation);
                    return new GreetedStream(Greeting, line.Stream);
                case ["P0", ..]:
                    throw new MailFault(MailFaultKind.TlsUnavailable);
            }
        }

        throw new MailFault(MailFaultKind.Protocol);
    }

    private static string[] Words(string line) => line.ToUpperInvariant().Split(' ', 3);

    /// <summary>One byte at a time: what follows the line belongs to TLS, and anything injected between is then no handshake.</summary>
    private static async Task<string> ReadLineAsync(Stream stream, CancellationToken cancellation)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (line.Count < MostLine)
        {
            if (await stream.ReadAsync(one, cancellation) == 0) throw new MailFault(MailFaultKind.Dropped);
            if (one[0] == '\n') return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        throw new MailFault(MailFaultKind.Protocol);
    }
}
