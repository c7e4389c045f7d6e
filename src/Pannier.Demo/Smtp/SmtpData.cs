using System.Buffers;

using Pannier.Demo.Net;

namespace Pannier.Demo.Smtp;

/// <summary>Reads a message up to CRLF "." CRLF and undoes dot-stuffing; a dot between bare line feeds ends nothing.</summary>
internal static class SmtpData
{
    public static async Task<(byte[] Raw, SmtpDataEnd End)> ReadAsync(Wire wire, int largest, CancellationToken cancellation)
    {
        var raw = new ArrayBufferWriter<byte>(4096);
        var tooLarge = false;
        var afterCrLf = true;
        while (true)
        {
            try
            {
                var line = await wire.ReadLineAsync(largest, cancellation);
                if (line.IsEmpty)
                    return ([], SmtpDataEnd.Closed);
                if (afterCrLf && line.Span.SequenceEqual(".\r\n"u8))
                    return (raw.WrittenSpan.ToArray(), tooLarge ? SmtpDataEnd.TooLarge : SmtpDataEnd.Complete);
                var kept = afterCrLf && line.Span[0] == (byte)'.' ? line[1..] : line;
                afterCrLf = line.Span.EndsWith("\r\n"u8);
                tooLarge |= raw.WrittenCount + kept.Length > largest;
                if (!tooLarge)
                    raw.Write(kept.Span);
            }
            catch (LineTooLongException)
            {
                tooLarge = true;
                afterCrLf = true;
            }
        }
    }
}
