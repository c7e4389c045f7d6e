using System.Text;

namespace Pannier.Mail.Smtp;

/// <summary>What a message asks of the server that takes it.</summary>
/// <param name="HasEightBitHeader">Its header needs SMTPUTF8 (RFC 6531).</param>
/// <param name="HasBcc">It names those nobody is to know of, and must not be sent so.</param>
internal sealed record MessageTraits(long Octets, bool HasEightBit, bool HasEightBitHeader, bool HasBcc)
{
    private const int MostHeader = 1024 * 1024;

    /// <summary>Reads the message to its end and goes back to where it stood.</summary>
    public static async Task<MessageTraits> ReadAsync(Stream message, CancellationToken cancellation)
    {
        var start = message.Position;
        var header = await ReadHeaderAsync(message, cancellation);
        message.Position = start;
        var all = await ContentTraits.ReadAsync(message, cancellation);
        message.Position = start;
        return new(all.Octets, all.HasEightBit, ContentTraits.Of(header).HasEightBit, HasField(header, "Bcc"));
    }

    private static async Task<byte[]> ReadHeaderAsync(Stream message, CancellationToken cancellation)
    {
        var header = new byte[(int)Math.Min(MostHeader, message.Length - message.Position)];
        var read = await message.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellation);
        header = header[..read];
        return header[..Earlier(header.AsSpan().IndexOf("\r\n\r\n"u8), header.AsSpan().IndexOf("\n\n"u8), read)];
    }

    private static int Earlier(int one, int other, int end) => Math.Min(one < 0 ? end : one, other < 0 ? end : other);

    private static bool HasField(byte[] header, string name) =>
        Encoding.Latin1.GetString(header).Split('\n').Any(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && line[name.Length..].TrimStart(' ', '\t').StartsWith(':'));
}
