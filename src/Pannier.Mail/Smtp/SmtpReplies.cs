using System.Text;

namespace Pannier.Mail.Smtp;

/// <summary>Reads a server's answers from a line, within limits of size and time.</summary>
internal static class SmtpReplies
{
    private const int MostLine = 2048;
    private const int MostLines = 128;

    /// <exception cref="MailFault"><see cref="MailFaultKind.Dropped"/>, <see cref="MailFaultKind.TimedOut"/>, or <see cref="MailFaultKind.Protocol"/> when it is no answer.</exception>
    public static async Task<SmtpReply> ReadAsync(Stream stream, CancellationToken cancellation) =>
        SmtpReply.Read(await ReadLinesAsync(stream, cancellation)) ?? throw new MailFault(MailFaultKind.Protocol);

    /// <summary>The lines as they stand, for answers that list something.</summary>
    public static async Task<IReadOnlyList<string>> ReadLinesAsync(Stream stream, CancellationToken cancellation)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(stream, cancellation);
            lines.Add(line);
            if (line.Length < 4 || line[3] != '-') return lines;
        }

        throw new MailFault(MailFaultKind.Protocol);
    }

    /// <summary>One octet at a time: what follows the line may belong to TLS.</summary>
    private static async Task<string> ReadLineAsync(Stream stream, CancellationToken cancellation)
    {
        var line = new List<byte>(80);
        var one = new byte[1];
        while (line.Count < MostLine)
        {
            try
            {
                if (await stream.ReadAsync(one, cancellation) == 0) throw new MailFault(MailFaultKind.Dropped);
            }
            catch (IOException e)
            {
                throw SmtpFaults.Broken(e);
            }

            if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        throw new MailFault(MailFaultKind.Protocol);
    }
}
